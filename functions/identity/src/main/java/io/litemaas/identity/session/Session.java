package io.litemaas.identity.session;

import java.time.Instant;

/**
 * What a browser gets to go on with.
 *
 * @param expiresAt when it must sign in again, whatever it refreshes
 */
public record Session(String accessToken, Secret refreshToken, Instant expiresAt) {}
