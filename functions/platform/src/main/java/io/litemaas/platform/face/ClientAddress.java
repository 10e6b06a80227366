package io.litemaas.platform.face;

import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Where a request comes from, for counting: an IPv4 address, or the /64 that one IPv6 customer holds. */
final class ClientAddress {
    private ClientAddress() {}

    /**
     * The network of who called.
     *
     * @param header what the gateway tells it in, over whatever the caller sent; empty where there is no gateway
     */
    static String of(HttpServerRequest request, Optional<String> header) {
        return network(header.map(request::getHeader)
                .orElseGet(() -> request.remoteAddress().hostAddress()));
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
