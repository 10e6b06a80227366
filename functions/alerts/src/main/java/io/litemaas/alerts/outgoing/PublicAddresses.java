package io.litemaas.alerts.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells the addresses of the world from those of this house and its hosts, by IANA's registries of special-purpose
 * addresses. An IPv6 address that holds an IPv4 one (mapped, NAT64, 6to4, Teredo) is not taken for public: what it leads to
 * is decided elsewhere.
 */
final class PublicAddresses {
    private static final List<Network> SPECIAL = networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carrier-grade NAT, and the metadata of Alibaba's cloud
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // public by its number, but Azure's host
            "169.254.0.0/16", // link-local, and the metadata of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments, and the metadata of Oracle's cloud
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, and broadcast
            "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "3fff::/20"); // documentation

    /** What lies outside is loopback, unique local, link-local, multicast, mapped, NAT64, or not assigned. */
    private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

    private PublicAddresses() {}

    static boolean include(InetAddress address) {
        boolean global = address instanceof Inet4Address || GLOBAL_UNICAST.contains(address);
        return global && SPECIAL.stream().noneMatch(special -> special.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return List.of(texts).stream().map(Network::parse).toList();
    }
}
