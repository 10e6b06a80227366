package io.litemaas.identity.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.litemaas.platform.config.PlatformConfig;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://litemaas.example.org, true",
        "https://litemaas.example.org:8443, true",
        "http://localhost:8080, false",
        "http://127.0.0.1:8080, false",
        "http://[::1]:8080, false"
    })
    void sessions_are_safe(String url, boolean secureCookies) {
        assertThat(new Origin(url, secureCookies).fault()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://litemaas.example.org, true, Use https",
        "http://litemaas.example.org, false, Use https",
        "http://localhost.example.org, false, Use https",
        "http://localhost:8080, true, litemaas.secure-cookies=false",
        "https://litemaas.example.org, false, this machine alone",
        "ftp://litemaas.example.org, true, must be an http or https address",
        "litemaas.example.org, true, must be an http or https address",
        "https://litemaas.example.org/, true, without a slash"
    })
    void sessions_could_not_be_kept_or_not_safely(String url, boolean secureCookies, String sentence) {
        assertThat(new Origin(url, secureCookies).fault()).get().asString().contains(sentence);
    }

    @Test
    void a_start_over_http_with_secure_cookies_is_refused_with_a_sentence() {
        IdentityConfig identity = mock(IdentityConfig.class);
        PlatformConfig platform = mock(PlatformConfig.class);
        when(identity.publicUrl()).thenReturn("http://litemaas.example.org");
        when(platform.secureCookies()).thenReturn(true);
        CheckAtStart check = new CheckAtStart(identity, platform);

        assertThatThrownBy(() -> check.check(new StartupEvent())).hasMessageContaining("Use https.");
    }
}
