package io.litemaas.alerts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that is no good one: it takes connections, says what it is told to whoever has spoken, and no more. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger hungUp = new AtomicInteger();

    /** What it says to a connection. */
    @FunctionalInterface
    public interface Saying {
        void to(OutputStream out) throws IOException;
    }

    private RawServer(Saying saying) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(() -> serve(saying), "socket");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes a request and never answers. */
    public static RawServer thatHangs() {
        return new RawServer(out -> {});
    }

    /** Answers with a text. */
    public static RawServer thatSays(String text) {
        return new RawServer(out -> out.write(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Answers with a head, and a body that has no end. */
    public static RawServer thatNeverEnds() {
        return new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] more = new byte[8192];
            while (true) {
                out.write(more);
            }
        });
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    /** How many were made. */
    public int connections() {
        return connections.get();
    }

    /** How many of them the other side has ended. */
    public int hungUp() {
        return hungUp.get();
    }

    private void serve(Saying saying) {
        while (!server.isClosed()) {
            try {
                java.net.Socket connection = server.accept();
                connections.incrementAndGet();
                Thread thread = new Thread(() -> answer(connection, saying), "connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(java.net.Socket connection, Saying saying) {
        try (connection) {
            connection.getInputStream().read();
            saying.to(connection.getOutputStream());
            connection.getOutputStream().flush();
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // the other side has ended it, as it may
        }
        hungUp.incrementAndGet();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
