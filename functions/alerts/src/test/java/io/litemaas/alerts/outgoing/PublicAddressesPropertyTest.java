package io.litemaas.alerts.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is called must be the world's. The oracles are Java's own words for addresses, and arithmetic. */
class PublicAddressesPropertyTest {
    private static final List<String> SPECIAL = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "255.255.255.255/32",
            "::/128",
            "::1/128",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/32",
            "2001:2::/48",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    @Property(tries = 3000)
    void no_address_of_a_special_network_is_public(@ForAll("special") InetAddress address) {
        assertThat(PublicAddresses.include(address)).isFalse();
    }

    @Property(tries = 3000)
    void what_java_knows_to_be_no_public_address_is_none(@ForAll("any") InetAddress address) {
        boolean known = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();

        assertThat(known && PublicAddresses.include(address)).isFalse();
    }

    @Property(tries = 1000)
    void an_address_of_ipv4_inside_one_of_ipv6_is_never_public(
            @ForAll @Size(4) byte[] inner, @ForAll @IntRange(max = 3) int form) throws UnknownHostException {
        byte[] outer = new byte[16];
        switch (form) {
            case 0 -> {
                // NAT64
                outer[1] = 0x64;
                outer[2] = (byte) 0xff;
                outer[3] = (byte) 0x9b;
                System.arraycopy(inner, 0, outer, 12, 4);
            }
            case 1 -> {
                // 6to4
                outer[0] = 0x20;
                outer[1] = 0x02;
                System.arraycopy(inner, 0, outer, 2, 4);
            }
            case 2 -> {
                // Teredo
                outer[0] = 0x20;
                outer[1] = 0x01;
                System.arraycopy(inner, 0, outer, 12, 4);
            }
            default -> System.arraycopy(inner, 0, outer, 12, 4); // compatible
        }

        assertThat(PublicAddresses.include(InetAddress.getByAddress(outer))).isFalse();
    }

    /** Java makes an IPv4 address of it, which is then judged as that. */
    @Property(tries = 1000)
    void a_mapped_address_is_judged_as_the_one_that_it_is(@ForAll @Size(4) byte[] inner) throws UnknownHostException {
        byte[] mapped = new byte[16];
        Arrays.fill(mapped, 10, 12, (byte) 0xff);
        System.arraycopy(inner, 0, mapped, 12, 4);

        assertThat(PublicAddresses.include(InetAddress.getByAddress(mapped)))
                .isEqualTo(PublicAddresses.include(InetAddress.getByAddress(inner)));
    }

    @Property(tries = 3000)
    void a_network_holds_what_shares_its_first_bits(
            @ForAll("any") InetAddress prefix, @ForAll("any") InetAddress other) {
        int width = prefix.getAddress().length * 8;
        for (int bits : new int[] {0, 1, 7, 8, 9, width - 1, width}) {
            boolean shares = other.getAddress().length * 8 == width
                    && first(prefix, bits).equals(first(other, bits));

            assertThat(new Network(prefix, bits).contains(other)).isEqualTo(shares);
            assertThat(new Network(prefix, bits).contains(prefix)).isTrue();
        }
    }

    @Example
    void the_world_can_be_called() throws UnknownHostException {
        for (String address :
                List.of("8.8.8.8", "1.1.1.1", "93.184.216.34", "172.32.0.1", "2606:4700::1111", "2a00:1450::1")) {
            assertThat(PublicAddresses.include(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
    }

    @Example
    void the_hosts_of_clouds_can_not() throws UnknownHostException {
        for (String address :
                List.of("169.254.169.254", "100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2::254")) {
            assertThat(PublicAddresses.include(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        }
    }

    @Provide
    Arbitrary<InetAddress> any() {
        return Arbitraries.of(4, 16)
                .flatMap(width -> Arbitraries.bytes().array(byte[].class).ofSize(width))
                .map(PublicAddressesPropertyTest::address);
    }

    @Provide
    Arbitrary<InetAddress> special() {
        Arbitrary<byte[]> random = Arbitraries.bytes().array(byte[].class).ofSize(16);
        return Combinators.combine(Arbitraries.of(SPECIAL), random).as((text, noise) -> {
            String[] parts = text.split("/", -1);
            byte[] prefix = address(parts[0]).getAddress();
            int bits = Integer.parseInt(parts[1]);
            for (int bit = bits; bit < prefix.length * 8; bit++) {
                prefix[bit / 8] |= (byte) (noise[bit / 8] & (0x80 >>> (bit % 8)));
            }
            return address(prefix);
        });
    }

    private static BigInteger first(InetAddress address, int bits) {
        return new BigInteger(1, address.getAddress()).shiftRight(address.getAddress().length * 8 - bits);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not by the method that makes an IPv4 address of a mapped one: the widths must stay. */
    private static InetAddress address(byte[] bytes) {
        try {
            return bytes.length == 4
                    ? InetAddress.getByAddress(bytes)
                    : java.net.Inet6Address.getByAddress("", bytes, -1);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
