package io.litemaas.operations.deadletters;

import java.net.URI;
import java.util.Optional;

/**
 * The address of a subscriber, as a dead letter names it.
 *
 * @param path without the slash that it begins with; of our own subscribers it is the name of a function
 * @param address without what may be secret in it: who is called, and how
 */
record Destination(String path, String address) {
    private static final int LONGEST = 500;

    /** Empty where that is no address. */
    static Optional<Destination> of(String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() == null) {
                return Optional.empty();
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String address = uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
            return Optional.of(new Destination(
                    uri.getPath().replaceFirst("^/", ""), address.substring(0, Math.min(address.length(), LONGEST))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
