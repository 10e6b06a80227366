package io.litemaas.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.litemaas.platform.idempotency.IdempotentRequest.Fingerprint;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Room;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Does a creation once for each (user, operation, Idempotency-Key), and gives its answer again for 24 hours. */
@Singleton
public class Once {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Clock clock;
    private final ObjectMapper json;

    Once(Clock clock, ObjectMapper json) {
        this.clock = clock;
        this.json = json;
    }

    /**
     * Creates in one transaction, or gives the kept answer.
     *
     * @param answerType what the creation returns; it must hold no secret, since it is kept
     */
    public <T> T create(Room room, Fingerprint request, Class<T> answerType, Function<Handle, T> creation) {
        Claim claim = room.inTransaction(handle -> claim(new IdempotencyDao(handle, room), request));
        if (claim.status().isPresent()) {
            return again(claim, answerType);
        }
        try {
            return room.inTransaction(handle -> {
                T answer = creation.apply(handle);
                keep(new IdempotencyDao(handle, room), request, claim, 200, answer);
                return answer;
            });
        } catch (Problem problem) {
            room.useTransaction(handle -> settle(new IdempotencyDao(handle, room), request, claim, problem));
            throw problem;
        }
    }

    /** Whether an earlier attempt of this request came as far as to begin. */
    public boolean hasBegun(Room room, Fingerprint request) {
        return room.inTransaction(handle -> new IdempotencyDao(handle, room).lock(request))
                .isPresent();
    }

    /**
     * Begins work that can't end in one transaction. The row points at a thing that knows how far the work is, so it needs
     * no lease of its own.
     *
     * @param thing what this attempt would begin with
     * @return the thing that an earlier attempt began with; empty for the first one
     */
    public Optional<UUID> begin(Handle handle, Room room, Fingerprint request, UUID thing) {
        IdempotencyDao dao = new IdempotencyDao(handle, room);
        if (dao.insertBegun(request, thing, clock.instant())) {
            return Optional.empty();
        }
        Claim claim = dao.lock(request).orElseThrow();
        if (!claim.sameBody()) {
            throw Problem.of(HttpProblem.IDEMPOTENCY_KEY_REUSED, "Take a new Idempotency-Key for a new request.");
        }
        if (claim.status().isPresent()) {
            throw read(claim.answer().orElseThrow(), KeptProblem.class).again();
        }
        return claim.thing();
    }

    /** Keeps the refusal of work that did not begin, if it is one to keep. */
    public void keepRefusal(Room room, Fingerprint request, Problem problem) {
        if (KeptProblem.keeps(problem)) {
            room.useTransaction(handle -> new IdempotencyDao(handle, room)
                    .insertRefused(request, problem.type().status(), write(KeptProblem.of(problem)), clock.instant()));
        }
    }

    /**
     * Ends work that had begun, and keeps the refusal that it came to: the same request is answered so again. The request is
     * locked before the work is touched, as {@link #begin} does.
     *
     * @param ending ends the work; false where that was not to be done any more, and nothing is kept
     * @return what {@code ending} returned
     */
    public boolean refuseBegun(Handle handle, Room room, Fingerprint request, Problem problem, BooleanSupplier ending) {
        IdempotencyDao dao = new IdempotencyDao(handle, room);
        Optional<Claim> claim = dao.lock(request);
        boolean ended = ending.getAsBoolean();
        if (ended) {
            claim.ifPresent(held -> settle(dao, request, held, problem));
        }
        return ended;
    }

    private Claim claim(IdempotencyDao dao, Fingerprint request) {
        Instant now = clock.instant();
        boolean first = dao.insert(request, now, now.plus(LEASE));
        Claim claim = dao.lock(request).orElseThrow();
        if (first) {
            return claim;
        }
        if (!claim.sameBody()) {
            throw Problem.of(HttpProblem.IDEMPOTENCY_KEY_REUSED, "Take a new Idempotency-Key for a new request.");
        }
        if (claim.status().isPresent()) {
            return claim;
        }
        if (claim.heldAt(now)) {
            throw Problem.retryLater(
                    HttpProblem.IN_PROGRESS, "The first attempt is still at work.", Duration.ofSeconds(1));
        }
        int attempt = claim.attempt() + 1;
        dao.takeOver(request, attempt, now.plus(LEASE));
        return new Claim(attempt, true, claim.leaseUntil(), claim.status(), claim.answer(), claim.thing());
    }

    private void settle(IdempotencyDao dao, Fingerprint request, Claim claim, Problem problem) {
        if (KeptProblem.keeps(problem)) {
            dao.answer(request, claim.attempt(), problem.type().status(), write(KeptProblem.of(problem)));
        } else {
            dao.release(request, claim.attempt());
        }
    }

    private <T> void keep(IdempotencyDao dao, Fingerprint request, Claim claim, int status, T answer) {
        if (!dao.answer(request, claim.attempt(), status, write(answer))) {
            throw Problem.retryLater(HttpProblem.IN_PROGRESS, "Another attempt has taken over.", Duration.ofSeconds(1));
        }
    }

    private <T> T again(Claim claim, Class<T> answerType) {
        String kept = claim.answer().orElseThrow();
        if (claim.status().orElseThrow() >= 400) {
            throw read(kept, KeptProblem.class).again();
        }
        return read(kept, answerType);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String value, Class<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
