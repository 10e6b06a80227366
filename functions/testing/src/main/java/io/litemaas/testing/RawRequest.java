package io.litemaas.testing;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request as no client would send it: a head that tells of more than follows, a body that is none. */
public final class RawRequest {
    private RawRequest() {}

    /**
     * The first line of the answer to a head and what came of a body, after which nothing more is sent.
     *
     * @param line method and path
     * @param headers beside {@code Host}, separated by CRLF
     */
    public static String answerTo(String line, String headers, String body) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(5_000);
            String sent = line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n" + body;
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
        }
    }
}
