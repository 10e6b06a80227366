package io.litemaas.alerts.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A network in the notation of RFC 4632, such as {@code 10.0.0.0/8} or {@code fc00::/7}.
 *
 * @param prefix its address; what lies beyond the bits does not count
 * @param bits how many of its first bits its addresses have in common
 */
record Network(InetAddress prefix, int bits) {
    private static final String LITERAL = "[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";

    Network {
        if (bits < 0 || bits > prefix.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(prefix.getHostAddress() + " has no " + bits + " bits");
        }
    }

    /** Reads one; a name in its place is refused, since it would be resolved. */
    static Network parse(String text) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length != 2 || !parts[0].matches(LITERAL) || !parts[1].matches("\\d{1,3}")) {
            throw new IllegalArgumentException(text + " is no network such as 10.0.0.0/8");
        }
        try {
            return new Network(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text + " is no network such as 10.0.0.0/8", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] wanted = prefix.getAddress();
        byte[] given = address.getAddress();
        if (wanted.length != given.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >>> (bit % Byte.SIZE);
            if ((wanted[bit / Byte.SIZE] & mask) != (given[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
