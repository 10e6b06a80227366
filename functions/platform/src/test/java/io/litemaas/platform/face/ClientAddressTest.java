package io.litemaas.platform.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private final HttpServerRequest request = mock(HttpServerRequest.class);

    ClientAddressTest() {
        when(request.remoteAddress()).thenReturn(SocketAddress.inetSocketAddress(1, "10.0.0.9"));
        when(request.getHeader("X-LiteMaaS-Client")).thenReturn("1.2.3.4");
    }

    @Test
    void believes_no_header_without_a_gateway() {
        assertThat(ClientAddress.of(request, Optional.empty())).isEqualTo("10.0.0.9");
    }

    @Test
    void believes_what_the_gateway_says() {
        assertThat(ClientAddress.of(request, Optional.of("X-LiteMaaS-Client"))).isEqualTo("1.2.3.4");
        assertThat(ClientAddress.of(request, Optional.of("X-Other"))).isEqualTo("10.0.0.9");
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
