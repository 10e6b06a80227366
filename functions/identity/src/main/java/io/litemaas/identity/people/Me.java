package io.litemaas.identity.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The caller, as they may see themselves.
 *
 * @param groups the provider's, as of the last sign-in
 * @param litellm whether LiteLLM knows the person yet
 * @param litellmUrl where their programs find LiteLLM; empty where nobody has configured it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Me(
        UUID id,
        String username,
        String fullName,
        Optional<String> email,
        List<String> roles,
        List<String> groups,
        int epoch,
        Instant lastSignInAt,
        Sync litellm,
        Optional<String> litellmUrl) {

    static Me of(Person person, Sync litellm, Optional<String> litellmUrl) {
        return new Me(
                person.id(),
                person.username(),
                person.fullName(),
                person.email(),
                person.roles(),
                person.groups(),
                person.epoch(),
                person.lastSignInAt(),
                litellm,
                litellmUrl);
    }

    /**
     * How far the person has got in LiteLLM.
     *
     * @param state {@code pending}, {@code synced} or {@code failed}
     * @param changedAt empty while nobody has tried
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Sync(String state, Optional<Instant> changedAt) {
        static final Sync PENDING = new Sync("pending", Optional.empty());
    }
}
