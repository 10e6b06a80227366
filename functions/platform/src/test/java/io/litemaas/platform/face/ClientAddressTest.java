package io.litemaas.platform.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private final HttpServerRequest request = mock(HttpServerRequest.class);
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    ClientAddressTest() {
        when(request.remoteAddress()).thenReturn(SocketAddress.inetSocketAddress(1, "10.0.0.9"));
        when(request.headers()).thenReturn(headers);
    }

    @Test
    void believes_no_header_without_a_trusted_proxy() {
        headers.add("X-Forwarded-For", "1.2.3.4");

        assertThat(ClientAddress.of(request, 0)).isEqualTo("10.0.0.9");
    }

    @Test
    void believes_what_the_outermost_trusted_proxy_saw() {
        headers.add("X-Forwarded-For", "6.6.6.6, 1.2.3.4, 10.0.0.1");

        assertThat(ClientAddress.of(request, 2)).isEqualTo("1.2.3.4");
        assertThat(ClientAddress.of(request, 9)).isEqualTo("6.6.6.6");
    }

    @Test
    void is_not_deceived_by_a_line_before_the_one_that_a_proxy_added() {
        headers.add("X-Forwarded-For", "6.6.6.6");
        headers.add("X-Forwarded-For", "1.2.3.4");

        assertThat(ClientAddress.of(request, 1)).isEqualTo("1.2.3.4");
    }

    @Test
    void counts_an_ipv6_customer_by_the_network() {
        assertThat(ClientAddress.network("2001:db8:1:2:3:4:5:6")).isEqualTo(ClientAddress.network("2001:db8:1:2::1"));
        assertThat(ClientAddress.network("2001:db8:1:2::1")).isNotEqualTo(ClientAddress.network("2001:db8:1:3::1"));
    }

    @Test
    void asks_no_name_server() {
        assertThat(ClientAddress.network("evil.example.org")).isEqualTo("unknown");
    }
}
