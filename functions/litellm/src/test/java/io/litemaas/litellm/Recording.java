package io.litemaas.litellm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** An answer that the real LiteLLM 1.108.7 gave. */
final class Recording {
    private Recording() {}

    static String bodyOf(String name) {
        try (InputStream file = Recording.class.getResourceAsStream("/recordings/" + name + ".json")) {
            return Json.read(file.readAllBytes()).path("response").path("body").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
