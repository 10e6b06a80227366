package io.litemaas.platform.face;

import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where a request comes from, for counting: an IPv4 address, or the /64 that one IPv6 customer holds. */
final class ClientAddress {
    private ClientAddress() {}

    static String of(HttpServerRequest request, int trustedHops) {
        return network(forwarded(request, trustedHops));
    }

    /** Each trusted proxy appends the peer that it saw, so only the last entries can be believed. */
    private static String forwarded(HttpServerRequest request, int trustedHops) {
        String peer = request.remoteAddress().hostAddress();
        // some proxies append a line of their own instead of an entry
        String header = String.join(",", request.headers().getAll("X-Forwarded-For"));
        if (trustedHops == 0 || header.isEmpty()) {
            return peer;
        }
        String[] hops = header.split(",", -1);
        return hops[Math.max(0, hops.length - trustedHops)].strip();
    }

    static String network(String address) {
        if (!address.matches("[0-9a-fA-F.:]{2,45}")) {
            return "unknown";
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            if (parsed instanceof Inet6Address) {
                byte[] bytes = parsed.getAddress();
                Arrays.fill(bytes, 8, 16, (byte) 0);
                return InetAddress.getByAddress(bytes).getHostAddress();
            }
            return parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
