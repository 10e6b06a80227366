package io.litemaas.access.keys;

import io.litemaas.access.convergence.Alias;
import io.litemaas.access.convergence.CredentialEnd;
import io.litemaas.access.convergence.DueHashes;
import io.litemaas.access.convergence.KeyFacts;
import io.litemaas.access.convergence.KeyFactsDao;
import io.litemaas.access.convergence.Refusals;
import io.litemaas.access.convergence.Verdict;
import io.litemaas.access.keys.KeyRequest.NewKeyRow;
import io.litemaas.access.room.AccessConfig;
import io.litemaas.access.subscriptions.Subscription;
import io.litemaas.access.subscriptions.SubscriptionDao;
import io.litemaas.access.subscriptions.SubscriptionProblem;
import io.litemaas.litellm.Deadlines;
import io.litemaas.litellm.KeyValue;
import io.litemaas.litellm.LiteLlmRefused;
import io.litemaas.litellm.NewKey;
import io.litemaas.platform.config.PlatformConfig;
import io.litemaas.platform.event.Outbox;
import io.litemaas.platform.id.Ids;
import io.litemaas.platform.idempotency.Once;
import io.litemaas.platform.problem.HttpProblem;
import io.litemaas.platform.problem.Problem;
import io.litemaas.platform.room.Audit;
import io.litemaas.platform.room.Room;
import io.litemaas.platform.room.RoomParts;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The two transactions of issuing a key. */
@Singleton
class IssuanceBooks {
    /** So that an attempt that lives is left alone. */
    private static final Duration LEASE = Deadlines.LONGEST.plusSeconds(6);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final int NONCE_BYTES = 32;

    private final Room room;
    private final Outbox outbox;
    private final Once once;
    private final Peppers peppers;
    private final CredentialEnd end;
    private final Refusals refusals;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;
    private final SecureRandom randomness;
    private final int keysPerUser;
    private final String instance;

    IssuanceBooks(
            @DataSource("access") Room room,
            @DataSource("access") Outbox outbox,
            Once once,
            Peppers peppers,
            CredentialEnd end,
            Refusals refusals,
            RoomParts parts,
            Clock clock,
            Ids ids,
            SecureRandom randomness,
            AccessConfig config,
            PlatformConfig platform) {
        this.room = room;
        this.outbox = outbox;
        this.once = once;
        this.peppers = peppers;
        this.end = end;
        this.refusals = refusals;
        this.audit = parts.audit();
        this.clock = clock;
        this.ids = ids;
        this.randomness = randomness;
        this.keysPerUser = config.keysPerUser();
        this.instance = platform.instance();
    }

    /** Whether an earlier attempt of this request is in the books. */
    boolean hasBegun(SecretRequest request) {
        return once.hasBegun(room, request.fingerprint());
    }

    /** Begins an issuance, or takes over where an earlier attempt of the same request stopped. */
    Begun begin(UUID userId, KeyRequest wish, SecretRequest request) {
        try {
            return room.inTransaction(handle -> {
                UUID credentialId = ids.next();
                Credential credential = once.begin(handle, room, request.fingerprint(), credentialId)
                        .map(earlier -> takeOver(new IssuanceDao(handle), earlier))
                        .orElseGet(() -> book(handle, credentialId, userId, wish, request));
                return begun(handle, credential, userId, request);
            });
        } catch (Problem problem) {
            once.keepRefusal(room, request.fingerprint(), problem);
            throw problem;
        }
    }

    /** Ends an issuance: with the value, or with what came between. */
    IssuedKey settle(Begun begun) {
        Optional<Problem> cameBetween = room.inTransaction(handle -> {
            IssuanceDao dao = new IssuanceDao(handle);
            // first the lock, then the look: a cancellation that commits while this waits must be seen; and before the
            // key, as the cancellation does
            new SubscriptionDao(handle).lock(begun.facts().subscriptionId());
            // whoever blocks or revokes the key comes before this, or waits and finds the credential active
            dao.lockKey(begun.credential().keyId());
            Credential now = dao.lock(begun.credential().id());
            return switch (now.state()) {
                case ACTIVE -> Optional.empty();
                case PENDING ->
                    now.attempt() == begun.credential().attempt()
                            ? activate(handle, dao, now)
                            : Optional.of(inProgress());
                default -> Optional.of(withdraw(handle, now));
            };
        });
        cameBetween.ifPresent(problem -> {
            throw problem;
        });
        return begun.issued();
    }

    /** LiteLLM does not take the key: it ends, its owner gets the quota back, and the same header is answered the same again. */
    IssuedKey refuse(Begun begun, SecretRequest request, LiteLlmRefused refusal) {
        Problem problem = refusal.problem();
        boolean ended = room.inTransaction(handle -> once.refuseBegun(
                handle, room, request.fingerprint(), problem, () -> endRefused(handle, begun, refusal)));
        if (ended) {
            throw problem;
        }
        return settle(begun);
    }

    private boolean endRefused(Handle handle, Begun begun, LiteLlmRefused refusal) {
        IssuanceDao dao = new IssuanceDao(handle);
        dao.lockKey(begun.credential().keyId());
        Credential now = dao.lock(begun.credential().id());
        if (now.state() != Credential.State.PENDING
                || now.attempt() != begun.credential().attempt()) {
            return false;
        }
        end.end(handle, now.id(), "failed", clock.instant());
        refusals.note(handle, Refusals.ISSUING, refusal);
        outbox.announce(handle, DueHashes.KEYS_CHANGED, now.keyId().toString(), Map.of());
        return true;
    }

    /** Lets a repetition go on at once. */
    void release(Begun begun) {
        Credential credential = begun.credential();
        room.useTransaction(handle -> new IssuanceDao(handle).release(credential.id(), credential.attempt()));
    }

    /** The same, and has admins see what LiteLLM would say no to again. */
    void release(Begun begun, LiteLlmRefused refusal) {
        release(begun);
        refusals.note(Refusals.ISSUING, refusal);
    }

    private Credential book(Handle handle, UUID credentialId, UUID userId, KeyRequest wish, SecretRequest request) {
        Instant now = clock.instant();
        Subscription subscription = new SubscriptionDao(handle)
                .lock(wish.subscriptionId())
                .filter(found -> found.ownerId().equals(userId))
                .orElseThrow(() -> Problem.of(SubscriptionProblem.NOT_FOUND, "You have no such subscription."));
        NewKeyRow key = wish.granted(ids.next(), userId, subscription, now);
        byte[] nonce = new byte[NONCE_BYTES];
        randomness.nextBytes(nonce);
        KeyValue value = peppers.derive(peppers.current(), nonce, userId, request.key());
        Credential credential = new Credential(
                credentialId,
                key.id(),
                HexFormat.of().parseHex(value.hash().hex()),
                Optional.of(nonce),
                peppers.current(),
                Credential.State.PENDING,
                1,
                Optional.empty(),
                now);
        IssuanceDao dao = new IssuanceDao(handle);
        dao.takeQuota(userId, keysPerUser);
        dao.insertKey(key, now);
        dao.insertCredential(credential, now.plus(LEASE));
        return credential;
    }

    private Credential takeOver(IssuanceDao dao, UUID credentialId) {
        Instant now = clock.instant();
        Credential credential = dao.lock(credentialId);
        if (credential.nonce().isEmpty()) {
            throw over();
        }
        if (credential.state() == Credential.State.ACTIVE) {
            return credential;
        }
        if (credential.isHeldAt(now)) {
            throw inProgress();
        }
        int attempt = credential.attempt() + 1;
        dao.takeOver(credentialId, attempt, now.plus(LEASE));
        return credential.taken(attempt);
    }

    private Begun begun(Handle handle, Credential credential, UUID userId, SecretRequest request) {
        KeyFacts facts = facts(handle, credential, clock.instant());
        KeyValue value =
                peppers.derive(credential.pepperId(), credential.nonce().orElseThrow(), userId, request.key());
        if (!value.hash().hex().equals(HexFormat.of().formatHex(credential.hash()))) {
            throw over();
        }
        return new Begun(credential, facts, desired(credential, facts, value));
    }

    private NewKey desired(Credential credential, KeyFacts facts, KeyValue value) {
        NewKey desired = NewKey.of(
                        value,
                        Alias.of(instance, credential.id()),
                        facts.ownerId().toString(),
                        facts.models())
                .withLimits(facts.limits())
                .withMetadata(Map.of("litemaas_key", facts.keyId().toString()));
        return facts.expiresAt()
                .map(expiry -> desired.withDuration(atLeastASecond(Duration.between(clock.instant(), expiry))))
                .orElse(desired);
    }

    /** A repetition may come after the expiry: LiteLLM knows no shorter duration, and step 3 decides. */
    private static Duration atLeastASecond(Duration left) {
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    private static KeyFacts facts(Handle handle, Credential credential, Instant now) {
        return new KeyFactsDao(handle).ofHash(credential.hash(), now).orElseThrow();
    }

    private Optional<Problem> activate(Handle handle, IssuanceDao dao, Credential credential) {
        Instant now = clock.instant();
        KeyFacts facts = facts(handle, credential, now);
        if (!facts.isEntitledAt(now)) {
            end.end(handle, credential.id(), "failed", now);
            outbox.announce(handle, DueHashes.KEYS_CHANGED, facts.keyId().toString(), Map.of());
            return Optional.of(Problem.of(KeyProblem.ENTITLEMENT_GONE, "The key was withdrawn again."));
        }
        dao.activate(credential.id(), now);
        if (facts(handle, credential, now).verdict(now) != Verdict.VALID) {
            // LiteLLM made it as one that works; what stops it was decided before, so that nothing else would follow
            new DueHashes(handle).ofKey(facts.keyId(), now);
            outbox.announce(handle, DueHashes.KEYS_CHANGED, facts.keyId().toString(), Map.of());
        }
        refusals.taken(handle, Refusals.ISSUING);
        audit.record(
                handle,
                Optional.of(facts.ownerId()),
                "key.issued",
                facts.keyId().toString(),
                Map.of("models", facts.models()));
        outbox.announce(
                handle, "io.litemaas.key.issued.v1", facts.keyId().toString(), Map.of("owner", facts.ownerId()));
        return Optional.empty();
    }

    /** The key ended while LiteLLM made it, and may have been deleted there before it was made. */
    private Problem withdraw(Handle handle, Credential ended) {
        new DueHashes(handle).ended(ended.hash(), clock.instant());
        outbox.announce(handle, DueHashes.KEYS_CHANGED, ended.keyId().toString(), Map.of());
        return over();
    }

    private static Problem inProgress() {
        return Problem.retryLater(
                HttpProblem.IN_PROGRESS, "An attempt with this header is at work.", Duration.ofSeconds(2));
    }

    private static Problem over() {
        return Problem.of(KeyProblem.EXPIRED_ATTEMPT, "Take a new Idempotency-Key.");
    }

    /** An issuance between its two transactions. */
    record Begun(Credential credential, KeyFacts facts, NewKey desired) {

        IssuedKey issued() {
            return new IssuedKey(
                    facts.keyId(),
                    facts.subscriptionId(),
                    facts.keyName(),
                    facts.models(),
                    facts.expiresAt(),
                    desired.value().reveal());
        }
    }
}
