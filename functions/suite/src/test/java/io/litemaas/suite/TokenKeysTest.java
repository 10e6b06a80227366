package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** A rotation of the key of access tokens ends no session, whichever room hears of it first. */
class TokenKeysTest {
    private final Map<String, String> made = TokenKeys.completed(Map.of());

    @Test
    void are_rsa_keys_of_2048_bits_that_all_rooms_know_before_they_sign() throws JoseException {
        assertThat(pair(made.get(TokenKeys.SIGNING)))
                .isInstanceOfSatisfying(
                        RsaJsonWebKey.class,
                        key -> assertThat(key.getRsaPublicKey().getModulus().bitLength())
                                .isEqualTo(2048));
        assertThat(known(made)).containsExactly(id(made, TokenKeys.SIGNING), id(made, TokenKeys.NEXT));
    }

    @Test
    void stay_as_they_are() {
        assertThat(TokenKeys.completed(made)).isEqualTo(made);
    }

    @Test
    void the_key_of_an_earlier_version_goes_on_signing_beside_the_one_that_will() throws JoseException {
        PublicJsonWebKey former = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        former.setKeyId("suite");
        Map<String, String> earlier = Map.of(
                TokenKeys.SIGNING, former.toJson(OutputControlLevel.INCLUDE_PRIVATE),
                TokenKeys.KNOWN, new JsonWebKeySet(former).toJson(OutputControlLevel.PUBLIC_ONLY));

        Map<String, String> completed = TokenKeys.completed(earlier);

        assertThat(completed).containsEntry(TokenKeys.SIGNING, earlier.get(TokenKeys.SIGNING));
        assertThat(known(completed)).containsExactly("suite", id(completed, TokenKeys.NEXT));
    }

    @Test
    void a_rotation_signs_with_what_was_known_and_knows_what_had_signed_until_the_next_rotation() throws JoseException {
        Map<String, String> rotated = TokenKeys.rotated(made);

        assertThat(id(rotated, TokenKeys.SIGNING))
                .isEqualTo(id(made, TokenKeys.NEXT))
                .isIn(known(made));
        assertThat(known(rotated)).contains(id(made, TokenKeys.SIGNING), id(rotated, TokenKeys.NEXT));
        assertThat(known(TokenKeys.rotated(rotated))).doesNotContain(id(made, TokenKeys.SIGNING));
    }

    @Test
    void the_public_halves_hold_no_private_part() {
        assertThat(made.get(TokenKeys.KNOWN)).doesNotContain("\"d\"").doesNotContain("\"p\"");
    }

    @Test
    void a_key_that_can_not_be_read_is_not_repeated() {
        assertThatThrownBy(() -> TokenKeys.completed(Map.of(TokenKeys.SIGNING, "secret-rubbish")))
                .hasMessageNotContaining("secret-rubbish")
                .hasNoCause();
    }

    private static List<String> known(Map<String, String> secrets) throws JoseException {
        return new JsonWebKeySet(secrets.get(TokenKeys.KNOWN))
                .getJsonWebKeys().stream().map(JsonWebKey::getKeyId).toList();
    }

    private static String id(Map<String, String> secrets, String name) throws JoseException {
        return pair(secrets.get(name)).getKeyId();
    }

    private static PublicJsonWebKey pair(String json) throws JoseException {
        return PublicJsonWebKey.Factory.newPublicJwk(json);
    }
}
