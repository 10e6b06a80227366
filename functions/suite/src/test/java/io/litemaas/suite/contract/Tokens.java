package io.litemaas.suite.contract;

import io.litemaas.testing.Person;
import io.litemaas.testing.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens that look like somebody's and are not, or no longer. */
final class Tokens {
    private Tokens() {}

    static Map<String, String> spoiltOf(Person person) throws JoseException {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("nonsense", "nonsense");
        tokens.put(
                "expired",
                with(
                        person,
                        claims -> claims.setExpirationTime(NumericDate.fromSeconds(
                                Instant.now().minusSeconds(1).getEpochSecond()))));
        tokens.put("without an end", with(person, claims -> claims.unsetClaim("exp")));
        tokens.put("of another issuer", with(person, claims -> claims.setIssuer("somebody")));
        tokens.put("for another audience", with(person, claims -> claims.setAudience("somebody")));
        tokens.put("of an old epoch", with(person, claims -> claims.setClaim("epoch", 0)));
        tokens.put("without an epoch", with(person, claims -> claims.unsetClaim("epoch")));
        tokens.put(
                "of nobody",
                with(person, claims -> claims.setSubject(UUID.randomUUID().toString())));
        tokens.put("without a signature", unsigned(person));
        tokens.put("signed with the public key", signedWithThePublicKey(person));
        tokens.put("signed with a stranger's key", signedByAStranger(person));
        tokens.put("altered", altered(person.token()));
        tokens.put("a service token that nobody made", "lmt_" + UUID.randomUUID());
        return tokens;
    }

    private interface Change {
        void of(JwtClaims claims);
    }

    private static String with(Person person, Change change) {
        JwtClaims claims = Person.claims(person.id());
        change.of(claims);
        return Person.token(claims);
    }

    private static String unsigned(Person person) throws JoseException {
        JsonWebSignature signature = of(person);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        return signature.getCompactSerialization();
    }

    private static String signedWithThePublicKey(Person person) throws JoseException {
        JsonWebSignature signature = of(person);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(new HmacKey(SigningKeys.publicKeys().getBytes(StandardCharsets.UTF_8)));
        return signature.getCompactSerialization();
    }

    private static String signedByAStranger(Person person) throws JoseException {
        JsonWebSignature signature = of(person);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(RsaJwkGenerator.generateJwk(2048).getPrivateKey());
        signature.setKeyIdHeaderValue("tests");
        return signature.getCompactSerialization();
    }

    private static JsonWebSignature of(Person person) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(Person.claims(person.id()).toJson());
        return signature;
    }

    private static String altered(String token) {
        char last = token.charAt(token.length() - 2);
        return token.substring(0, token.length() - 2) + (last == 'A' ? 'B' : 'A') + token.substring(token.length() - 1);
    }
}
