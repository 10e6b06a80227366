package io.litemaas.identity.session;

import io.smallrye.config.ConfigMapping;

/** The half of the key pair of access tokens that this room alone has. */
@ConfigMapping(prefix = "litemaas.token")
public interface TokenKeyConfig {

    /**
     * What access tokens are signed with: an RSA key of 2048 bits or more, or a P-256 key, as a JSON Web Key (RFC 7517) with its
     * private part and a {@code kid}.
     */
    String signingKey();
}
