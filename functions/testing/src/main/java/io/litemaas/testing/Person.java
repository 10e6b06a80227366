package io.litemaas.testing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Somebody who has signed in, made straight in the database: rooms other than identity need no provider to be tested. */
public record Person(UUID id, String username, String token) {

    /** A person with the role user. */
    public static Person user(String username) {
        return with(username, "user");
    }

    /** A person with the roles user and admin. */
    public static Person admin(String username) {
        return with(username, "user", "admin");
    }

    /** A person with some roles. */
    public static Person with(String username, String... roles) {
        UUID id = UUID.randomUUID();
        TestDatabase.shared()
                .sql()
                .run(
                        """
                insert into identity.person
                  (id, issuer, subject, username, full_name, email, roles, created_at, last_sign_in_at)
                values (?, 'https://provider.example', ?, ?, ?, ?, cast(? as text[]), now(), now())
                """,
                        id,
                        id.toString(),
                        username,
                        username + " Example",
                        username + "@example.org",
                        "{" + String.join(",", List.of(roles)) + "}");
        return new Person(id, username, token(claims(id)));
    }

    /** The claims of a valid token, for tests that spoil one of them. */
    public static JwtClaims claims(UUID id) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("litemaas");
        claims.setAudience("litemaas");
        claims.setSubject(id.toString());
        claims.setClaim("epoch", 1);
        claims.setExpirationTime(
                NumericDate.fromSeconds(Instant.now().plusSeconds(3600).getEpochSecond()));
        return claims;
    }

    /** A token with these claims, signed as identity would. */
    public static String token(JwtClaims claims) {
        return signed(claims, SigningKeys.pair(), AlgorithmIdentifiers.RSA_USING_SHA256);
    }

    /** The same, signed as an installation of an earlier version does. */
    public static String formerToken(JwtClaims claims) {
        return signed(claims, SigningKeys.former(), AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    }

    private static String signed(JwtClaims claims, PublicJsonWebKey key, String algorithm) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(algorithm);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
