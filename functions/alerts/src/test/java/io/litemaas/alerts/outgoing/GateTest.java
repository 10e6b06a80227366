package io.litemaas.alerts.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private final FakeNames names = new FakeNames();

    @Test
    void pins_a_public_name_to_its_address() {
        names.resolveTo("93.184.216.34", "2606:2800:220:1::1");

        Gate.Pinned pinned = gate().pin("https://hooks.example.com:8443/a/b?c=d%20e");

        assertThat(pinned.address().getHostAddress()).isEqualTo("93.184.216.34");
        assertThat(pinned.destination()).isEqualTo(new Destination(true, "hooks.example.com", 8443, "/a/b?c=d%20e"));
        assertThat(names.asked()).containsExactly("hooks.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "127.0.0.1", "::1", "169.254.169.254", "fd00::1", "0.0.0.0"})
    void refuses_a_name_that_leads_into_the_house(String address) {
        names.resolveTo(address);

        assertRefused("https://hooks.example.com/", Failure.ADDRESS_NOT_ALLOWED);
    }

    @Test
    void one_forbidden_address_spoils_the_name() {
        names.resolveTo("93.184.216.34", "10.0.0.1");

        assertRefused("https://hooks.example.com/", Failure.ADDRESS_NOT_ALLOWED);
    }

    @Test
    void calls_what_the_configuration_allows_and_no_more() {
        Gate gate = gate("10.20.0.0/16", "fd00:1::/32");

        names.resolveTo("10.20.255.1", "fd00:1::7");
        assertThatCode(() -> gate.check("https://hooks.example.com/")).doesNotThrowAnyException();
        names.resolveTo("10.21.0.1");
        assertThatThrownBy(() -> gate.check("https://hooks.example.com/")).isInstanceOf(NotCallableException.class);
    }

    @Test
    void refuses_a_name_that_nobody_knows() {
        assertRefused("https://nowhere.example.com/", Failure.NAME_NOT_RESOLVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/",
                "ftp://93.184.216.34/",
                "file:///etc/passwd",
                "93.184.216.34",
                "",
                "https://user@93.184.216.34/",
                "https://user:secret@93.184.216.34/",
                "https://93.184.216.34/#part",
                "https:///path",
                "https://host_name/",
                "https://93.184.216.34:0/",
                "https://93.184.216.34:65536/",
                "https://93.184.216.34/a b",
                "https://93.184.216.34/\r\nX: y",
                "https://ex\u00e4mple.com/",
                "mailto:a@example.com"
            })
    void refuses_what_is_no_address_to_be_called(String url) {
        names.resolveTo("93.184.216.34");

        assertRefused(url, Failure.ADDRESS_NOT_ALLOWED);
        assertThat(names.asked()).isEmpty();
    }

    /** Numbers in other forms than the usual one are addresses too. */
    @ParameterizedTest
    @ValueSource(strings = {"https://2130706433/", "https://127.1/", "https://[::1]/", "https://[::ffff:10.0.0.1]/"})
    void is_not_fooled_by_another_spelling(String url) {
        Gate real = new Gate(new Names(), new FakeConfig(List.of(), false));

        assertThatThrownBy(() -> real.check(url)).isInstanceOf(NotCallableException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example, true, 443, /",
        "http://a.example?x=1, false, 80, /?x=1",
        "HTTP://a.example:81/y, false, 81, /y"
    })
    void fills_in_what_an_address_leaves_out(String url, boolean tls, int port, String target) {
        Destination destination = Destination.parse(url, true);

        assertThat(destination).isEqualTo(new Destination(tls, "a.example", port, target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "fc00::/129", "a.example/8", "10.0.0.0/x", "/8", "10.0.0.0/-1"})
    void takes_no_network_that_is_none(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> gate(text));
    }

    private void assertRefused(String url, Failure failure) {
        assertThatThrownBy(() -> gate().check(url))
                .isInstanceOfSatisfying(
                        NotCallableException.class,
                        refused -> assertThat(refused.failure()).isEqualTo(failure));
    }

    private Gate gate(String... allowed) {
        return new Gate(names, new FakeConfig(List.of(allowed), false));
    }

    /** A name server that says what a test wants. */
    static final class FakeNames extends Names {
        private final List<String> asked = new ArrayList<>();
        private List<String> answers = List.of();

        void resolveTo(String... addresses) {
            answers = List.of(addresses);
        }

        List<String> asked() {
            return asked;
        }

        @Override
        List<InetAddress> addressesOf(String host) throws UnknownHostException {
            asked.add(host);
            if (answers.isEmpty()) {
                throw new UnknownHostException(host);
            }
            List<InetAddress> addresses = new ArrayList<>();
            for (String answer : answers) {
                addresses.add(InetAddress.getByName(answer));
            }
            return addresses;
        }
    }
}
