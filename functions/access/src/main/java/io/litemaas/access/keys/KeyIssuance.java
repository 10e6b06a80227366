package io.litemaas.access.keys;

import io.litemaas.access.keys.IssuanceBooks.Begun;
import io.litemaas.access.room.Fleet;
import io.litemaas.access.users.UserConvergence;
import io.litemaas.litellm.Deadline;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.Key;
import io.litemaas.litellm.LiteLlmException;
import io.litemaas.litellm.LiteLlmHealth;
import io.litemaas.litellm.LiteLlmKeys;
import io.litemaas.litellm.LiteLlmProblem;
import io.litemaas.litellm.LiteLlmRefused;
import io.litemaas.litellm.NewKey;
import io.litemaas.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Issues a key in steps, any of which this process may not live to see.
 *
 * <ol>
 *   <li>LiteLLM knows the user.
 *   <li>One transaction books quota, key and a pending credential with the hash of the value to come.
 *   <li>LiteLLM generates the key with that value, and is asked what it really stored.
 *   <li>One transaction makes the credential active, if it is still pending, still ours, and still entitled.
 * </ol>
 *
 * A repetition derives the same value, so it can go on wherever an earlier attempt stopped; a generate that comes late
 * makes the same key.
 */
@Singleton
class KeyIssuance {
    private final IssuanceBooks books;
    private final UserConvergence users;
    private final LiteLlmKeys keys;
    private final Deadlines deadlines;
    private final Fleet fleet;
    private final LiteLlmHealth health;

    KeyIssuance(
            IssuanceBooks books,
            UserConvergence users,
            LiteLlmKeys keys,
            LiteLlmHealth health,
            Deadlines deadlines,
            Fleet fleet) {
        this.health = health;
        this.books = books;
        this.users = users;
        this.keys = keys;
        this.deadlines = deadlines;
        this.fleet = fleet;
    }

    IssuedKey issue(UUID userId, KeyRequest wish, SecretRequest request) {
        Deadline deadline = deadlines.start();
        if (!books.hasBegun(request)) {
            ensureUser(userId, deadline);
        }
        Begun begun = books.begin(userId, wish, request);
        Optional<LiteLlmRefused> refusal =
                begun.credential().state() == Credential.State.PENDING ? make(begun, deadline) : Optional.empty();
        return refusal.isPresent() ? books.refuse(begun, request, refusal.get()) : books.settle(begun);
    }

    /** First of all, so that nothing is booked while LiteLLM is away; a repetition goes on without. */
    private void ensureUser(UUID userId, Deadline deadline) {
        try {
            fleet.run(() -> users.ensure(userId, deadline));
        } catch (LiteLlmException e) {
            if (e.isLasting()) {
                users.refused(userId, e);
            }
            throw e.problem();
        }
    }

    private Optional<LiteLlmRefused> make(Begun begun, Deadline deadline) {
        try {
            return generate(begun.desired(), deadline);
        } catch (LiteLlmRefused e) {
            books.release(begun, e);
            throw e.problem();
        } catch (LiteLlmException e) {
            books.release(begun);
            throw e.problem();
        } catch (Problem e) {
            books.release(begun);
            throw e;
        }
    }

    /**
     * An identical generate is refused with 400, and another's may be answered with 200: only the read tells.
     *
     * @return why LiteLLM refuses it for good: it said no, and says while it is well that it has no such key
     */
    private Optional<LiteLlmRefused> generate(NewKey desired, Deadline deadline) {
        Optional<LiteLlmRefused> refusal = Optional.empty();
        try {
            fleet.run(() -> keys.generate(desired, deadline));
        } catch (LiteLlmRefused e) {
            refusal = Optional.of(e);
        }
        Optional<Key> stored = fleet.call(() -> keys.find(desired.value().hash(), deadline));
        if (stored.filter(desired::isStoredAs).isPresent()) {
            return Optional.empty();
        }
        if (refusal.isPresent() && stored.isEmpty() && health.isReady(deadline)) {
            return refusal;
        }
        throw Problem.retryLater(LiteLlmProblem.UNAVAILABLE, "LiteLLM did not store the key.", Duration.ofSeconds(30));
    }
}
