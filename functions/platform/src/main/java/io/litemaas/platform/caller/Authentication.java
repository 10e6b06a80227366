package io.litemaas.platform.caller;

import io.litemaas.platform.id.Sha256;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Room;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** Turns a credential into a principal with one query on the room's pool. */
@Singleton
public class Authentication {
    private final AccessTokens tokens;
    private final Clock clock;

    Authentication(AccessTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The principal of a credential; a credential that does not hold is a problem, even where none is needed. */
    public Principal of(Credential credential, Room room) {
        return find(credential, room)
                .orElseThrow(
                        () -> Problem.of(HttpProblem.SESSION_ENDED, "The credential is not valid, or no longer so.")
                                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    private Optional<Principal> find(Credential credential, Room room) {
        if (credential.isServiceToken()) {
            byte[] hash = Sha256.of(credential.value().getBytes(StandardCharsets.UTF_8));
            return room.read(handle -> new PrincipalDao(handle).ofServiceToken(hash, clock.instant()));
        }
        return tokens.verify(credential.value())
                .flatMap(claims -> room.read(handle -> new PrincipalDao(handle).ofSession(claims)));
    }
}
