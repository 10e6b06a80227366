package io.litemaas.access.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.litemaas.access.convergence.KeyFacts;
import io.litemaas.access.convergence.KeyFactsDao;
import io.litemaas.access.convergence.Verdict;
import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import io.litemaas.platform.face.Changes;
import io.litemaas.platform.face.Rate;
import io.litemaas.platform.id.Sha256;
import io.litemaas.platform.room.Room;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Tells another service whether a key may call models, and whose it is; it answers what should be, also before LiteLLM agrees. */
@ApplicationScoped
public class VerifyKey {
    private final Room room;
    private final Clock clock;
    private final MeterRegistry meters;

    VerifyKey(@DataSource("access") Room room, Clock clock, MeterRegistry meters) {
        this.room = room;
        this.meters = meters;
        this.clock = clock;
    }

    @Funq("keys/verify")
    @Changes(role = Role.USER, scope = Scope.KEYS, rate = Rate.VERIFY)
    public Verification verify(@Valid Presented presented) {
        Verification verification = verified(presented);
        meters.counter(
                        "litemaas.key.verdict",
                        "verdict",
                        verification.reason().name().toLowerCase(Locale.ROOT))
                .increment();
        return verification;
    }

    private Verification verified(Presented presented) {
        if (!KeyForm.matches(presented.value())) {
            return Verification.UNKNOWN;
        }
        byte[] hash = Sha256.of(presented.value().getBytes(StandardCharsets.US_ASCII));
        return room.read(handle -> new KeyFactsDao(handle).ofHash(hash, clock.instant()))
                .map(facts -> Verification.of(facts, facts.verdict(clock.instant())))
                .orElse(Verification.UNKNOWN);
    }

    /** The request. */
    public record Presented(@NotBlank @Size(max = 200) String value) {
        @Override
        public String toString() {
            return "Presented[…]";
        }
    }

    /**
     * The answer.
     *
     * @param reason why it may not; {@code valid} where it may
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Verification(
            boolean valid,
            Verdict reason,
            Optional<UUID> keyId,
            Optional<UUID> ownerId,
            Optional<List<String>> models) {
        static final Verification UNKNOWN =
                new Verification(false, Verdict.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty());

        static Verification of(KeyFacts facts, Verdict verdict) {
            return new Verification(
                    verdict == Verdict.VALID,
                    verdict,
                    Optional.of(facts.keyId()),
                    Optional.of(facts.ownerId()),
                    Optional.of(facts.models()));
        }
    }
}
