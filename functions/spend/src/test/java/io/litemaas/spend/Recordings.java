package io.litemaas.spend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What the real LiteLLM pushed and answered. */
public final class Recordings {
    private Recordings() {}

    /** The body that was pushed. */
    public static JsonNode pushed(String name) {
        return read(name).get("body");
    }

    /** The body that was answered. */
    public static JsonNode answered(String name) {
        return read(name).at("/response/body");
    }

    private static JsonNode read(String name) {
        try (InputStream recording = Recordings.class.getResourceAsStream("/recordings/" + name + ".json")) {
            return new ObjectMapper()
                    .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
