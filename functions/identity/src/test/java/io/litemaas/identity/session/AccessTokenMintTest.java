package io.litemaas.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.testing.SigningKeys;
import io.quarkus.runtime.StartupEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenMintTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of(SigningKeys.privateKey(), "tests", "RS256"),
                Arguments.of(SigningKeys.formerPrivateKey(), "tests-former", "ES256"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("keys")
    void says_who_until_when_and_in_which_session_and_no_more(String key, String id, String algorithm)
            throws Exception {
        UUID person = UUID.randomUUID();
        UUID session = UUID.randomUUID();

        JsonWebSignature token = new JsonWebSignature();
        token.setCompactSerialization(mint(key, SigningKeys.publicKeys()).mint(person, 7, session));
        token.setKey(new JsonWebKeySet(SigningKeys.publicKeys())
                .findJsonWebKey(id, null, null, null)
                .getKey());

        assertThat(token.verifySignature()).isTrue();
        assertThat(token.getAlgorithmHeaderValue()).isEqualTo(algorithm);
        JwtClaims claims = JwtClaims.parse(token.getPayload());
        assertThat(claims.getClaimNames()).containsExactlyInAnyOrder("iss", "aud", "sub", "iat", "exp", "epoch", "sid");
        assertThat(claims.getSubject()).isEqualTo(person.toString());
        assertThat(claims.getClaimValue("epoch", Long.class)).isEqualTo(7);
        assertThat(claims.getStringClaimValue("sid")).isEqualTo(session.toString());
        assertThat(claims.getExpirationTime().getValue())
                .isEqualTo(NOW.plusSeconds(600).getEpochSecond());
    }

    @Test
    void starts_with_a_key_that_all_rooms_know() {
        assertThatCode(() ->
                        mint(SigningKeys.privateKey(), SigningKeys.publicKeys()).check(new StartupEvent()))
                .doesNotThrowAnyException();
    }

    @Test
    void does_not_start_with_a_key_that_no_room_knows() throws Exception {
        var other = RsaJwkGenerator.generateJwk(2048);
        other.setKeyId("tests");
        String foreign = new JsonWebKeySet(other).toJson(OutputControlLevel.PUBLIC_ONLY);

        assertThatThrownBy(() -> mint(SigningKeys.privateKey(), foreign).check(new StartupEvent()))
                .hasMessageContaining("litemaas.token.verification-keys lacks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no key", "{}", "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\",\"kid\":\"x\"}"})
    void does_not_start_with_what_is_no_private_key_and_does_not_repeat_it(String key) {
        assertThatThrownBy(() -> mint(key, SigningKeys.publicKeys()))
                .hasMessageContaining("litemaas.token.signing-key must be")
                .hasNoCause();
    }

    @Test
    void does_not_start_with_a_key_that_is_too_short_or_of_another_curve() throws Exception {
        var tooShort = RsaJwkGenerator.generateJwk(1024);
        tooShort.setKeyId("tests");
        var otherCurve = EcJwkGenerator.generateJwk(EllipticCurves.P384);
        otherCurve.setKeyId("tests");

        for (PublicJsonWebKey key : List.of(tooShort, otherCurve)) {
            assertThatThrownBy(() -> mint(key.toJson(OutputControlLevel.INCLUDE_PRIVATE), SigningKeys.publicKeys()))
                    .hasMessageContaining("litemaas.token.signing-key must be");
        }
    }

    private static AccessTokenMint mint(String privateKey, String publicKeys) {
        TokenKeyConfig own = () -> privateKey;
        PlatformConfig platform = mock(PlatformConfig.class);
        PlatformConfig.Token token = mock(PlatformConfig.Token.class);
        when(platform.token()).thenReturn(token);
        when(token.issuer()).thenReturn("litemaas");
        when(token.audience()).thenReturn("litemaas");
        when(token.verificationKeys()).thenReturn(publicKeys);
        return new AccessTokenMint(own, platform, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
