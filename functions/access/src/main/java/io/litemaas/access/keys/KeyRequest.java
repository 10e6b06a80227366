package io.litemaas.access.keys;

import io.litemaas.access.subscriptions.Subscription;
import io.litemaas.platform.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What somebody wants of a key.
 *
 * @param models a subset of the subscription's; all of them where absent
 * @param rpmLimit requests a minute, at most those of the subscription
 * @param tpmLimit tokens a minute, at most those of the subscription
 */
public record KeyRequest(
        @NotNull UUID subscriptionId,
        @NotBlank @Size(max = 100) String name,
        Optional<@Size(min = 1, max = 50) List<@NotBlank String>> models,
        Optional<@Positive Integer> rpmLimit,
        Optional<@Positive Integer> tpmLimit,
        Optional<Instant> expiresAt) {

    /** The key that the subscription grants. */
    NewKeyRow granted(UUID keyId, UUID ownerId, Subscription subscription, Instant now) {
        if (!subscription.isInForce(now)) {
            throw Problem.of(
                    KeyProblem.SUBSCRIPTION_NOT_ACTIVE,
                    "It is " + subscription.state().word() + ".");
        }
        List<String> asked = models.orElse(subscription.models()).stream()
                .distinct()
                .sorted()
                .toList();
        asked.stream()
                .filter(model -> !subscription.models().contains(model))
                .findFirst()
                .ifPresent(model -> {
                    throw Problem.of(KeyProblem.MODEL_NOT_SUBSCRIBED, model + " is not among its models.");
                });
        Optional<Instant> expiry = Stream.of(expiresAt, subscription.expiresAt())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        if (expiry.filter(end -> !end.isAfter(now.plusSeconds(1))).isPresent()) {
            throw Problem.of(KeyProblem.EXPIRY_PASSED, "It would have expired at " + expiry.get() + ".");
        }
        return new NewKeyRow(keyId, ownerId, subscription.id(), name.strip(), asked, rpmLimit, tpmLimit, expiry);
    }

    /** A key that is to be made. */
    record NewKeyRow(
            UUID id,
            UUID ownerId,
            UUID subscriptionId,
            String name,
            List<String> models,
            Optional<Integer> rpmLimit,
            Optional<Integer> tpmLimit,
            Optional<Instant> expiresAt) {}
}
