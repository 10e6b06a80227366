package io.litemaas.suite;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The portal's static build, read once: what is not among it can't be asked for by any path. */
final class PortalFiles {
    static final String INDEX = "index.html";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private final Map<String, PortalFile> files;

    private PortalFiles(Map<String, PortalFile> files) {
        this.files = files;
    }

    /**
     * Reads a folder.
     *
     * @throws UncheckedIOException where it can't be read, or holds no portal
     */
    static PortalFiles in(Path folder) {
        Map<String, PortalFile> files = new HashMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(PortalFiles::isServed).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, file(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!files.containsKey(INDEX)) {
            throw new UncheckedIOException(
                    new IOException("litemaas.suite.portal is " + folder + ", without " + INDEX));
        }
        return new PortalFiles(Map.copyOf(files));
    }

    Optional<PortalFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    PortalFile index() {
        return files.get(INDEX);
    }

    private static boolean isServed(Path path) {
        return Files.isRegularFile(path) && TYPES.containsKey(extension(path));
    }

    private static String extension(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static PortalFile file(Path path) throws IOException {
        byte[] plain = Files.readAllBytes(path);
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(gzipped)) {
            gzip.write(plain);
        }
        return new PortalFile(TYPES.get(extension(path)), Buffer.buffer(plain), Buffer.buffer(gzipped.toByteArray()));
    }

    /** A file as it is sent. */
    record PortalFile(String type, Buffer plain, Buffer gzipped) {}
}
