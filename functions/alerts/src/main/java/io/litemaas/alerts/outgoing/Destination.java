package io.litemaas.alerts.outgoing;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a call goes, as somebody wrote it.
 *
 * @param host a name, or an address; one of IPv6 in brackets
 * @param target path and query
 */
record Destination(boolean tls, String host, int port, String target) {
    private static final int LONGEST = 2000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int LAST_PORT = 65_535;

    /**
     * Reads an address.
     *
     * @throws NotCallableException if it is none, or not one to be called
     */
    static Destination parse(String text, boolean allowHttp) {
        URI uri = uri(text);
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        if (!tls && !(allowHttp && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw new NotCallableException(
                    Failure.ADDRESS_NOT_ALLOWED,
                    "The address must begin with https://" + (allowHttp ? " or http://." : "."));
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new NotCallableException(
                    Failure.ADDRESS_NOT_ALLOWED, "The address must hold neither a user nor a fragment.");
        }
        int port = uri.getPort() == -1 ? (tls ? HTTPS : HTTP) : uri.getPort();
        if (uri.getHost() == null || port < 1 || port > LAST_PORT) {
            throw noAddress();
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Destination(
                tls, uri.getHost(), port, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    /** What is looked up: the host without the brackets that an IPv6 address wears in an URL. */
    String lookup() {
        return host.replaceAll("^\\[|]$", "");
    }

    private static URI uri(String text) {
        if (text.length() > LONGEST || !text.matches("[\\x21-\\x7e]+")) {
            throw noAddress();
        }
        try {
            return new URI(text).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw noAddress();
        }
    }

    private static NotCallableException noAddress() {
        return new NotCallableException(
                Failure.ADDRESS_NOT_ALLOWED, "This is no address of at most " + LONGEST + " visible ASCII characters.");
    }
}
