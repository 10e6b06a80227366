package io.litemaas.suite;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * The key pairs of access tokens: the one that signs, which is identity's alone, and the one that will after it, which is
 * nobody's yet. All rooms know the public halves of both, and of the one that signed before. So it does not matter which room
 * hears of a rotation first, and no token is refused for it.
 */
final class TokenKeys {
    static final String SIGNING = "litemaas.token.signing-key";
    static final String KNOWN = "litemaas.token.verification-keys";

    /** No setting of any room. */
    static final String NEXT = "next-signing-key";

    private static final int BITS = 2048;

    private TokenKeys() {}

    /** Those that are there, and new ones for those that are not. */
    static Map<String, String> completed(Map<String, String> secrets) {
        String signing = secrets.containsKey(SIGNING) ? secrets.get(SIGNING) : generate();
        String next = secrets.containsKey(NEXT) ? secrets.get(NEXT) : generate();
        List<JsonWebKey> known = new ArrayList<>(known(secrets));
        Stream.of(signing, next)
                .map(TokenKeys::pair)
                .filter(pair -> known.stream().noneMatch(key -> key.getKeyId().equals(pair.getKeyId())))
                .forEach(known::add);
        return Map.of(SIGNING, signing, NEXT, next, KNOWN, publicHalves(known));
    }

    /** The next one signs from now on, and there is a new next one. What signed before the last one is known no more. */
    static Map<String, String> rotated(Map<String, String> secrets) {
        Map<String, String> now = completed(secrets);
        String next = generate();
        return Map.of(
                SIGNING,
                now.get(NEXT),
                NEXT,
                next,
                KNOWN,
                publicHalves(List.of(pair(now.get(SIGNING)), pair(now.get(NEXT)), pair(next))));
    }

    private static List<JsonWebKey> known(Map<String, String> secrets) {
        try {
            return secrets.containsKey(KNOWN) ? new JsonWebKeySet(secrets.get(KNOWN)).getJsonWebKeys() : List.of();
        } catch (JoseException e) {
            throw new IllegalStateException(KNOWN + " is no JSON Web Key Set", e);
        }
    }

    private static String publicHalves(List<JsonWebKey> keys) {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static PublicJsonWebKey pair(String json) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(json);
        } catch (JoseException e) {
            // the library's text may quote the key, so it goes no further
            throw new IllegalStateException("A signing key of this installation is no JSON Web Key.");
        }
    }

    /** Its id is its thumbprint (RFC 7638). */
    private static String generate() {
        try {
            RsaJsonWebKey pair = RsaJwkGenerator.generateJwk(BITS);
            pair.setKeyId(Base64.getUrlEncoder().withoutPadding().encodeToString(pair.calculateThumbprint("SHA-256")));
            return pair.toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException("This Java platform can't make an RSA key", e);
        }
    }
}
