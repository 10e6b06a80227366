package io.litemaas.access.subscriptions;

import io.litemaas.access.subscriptions.SubscriptionDao.Offer;
import io.litemaas.platform.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What somebody asks for. */
public record SubscriptionRequest(
        @NotBlank @Size(max = 100) String name,
        @NotEmpty @Size(max = 50) List<@NotBlank String> models,
        Optional<@Positive Integer> rpmLimit,
        Optional<@Positive Integer> tpmLimit,
        Optional<Instant> expiresAt) {

    /** The subscription that comes of it: active at once unless a model is restricted. */
    Subscription granted(UUID id, UUID owner, List<Offer> offers, Instant now) {
        List<String> asked = models.stream().distinct().sorted().toList();
        List<String> offered = offers.stream().map(Offer::model).toList();
        asked.stream().filter(model -> !offered.contains(model)).findFirst().ifPresent(model -> {
            throw Problem.of(SubscriptionProblem.MODEL_NOT_OFFERED, "There is no model named " + model + ".");
        });
        if (expiresAt.filter(expiry -> !expiry.isAfter(now)).isPresent()) {
            throw Problem.of(SubscriptionProblem.EXPIRY_PASSED, "It would have expired at " + expiresAt.get() + ".");
        }
        boolean restricted = offers.stream().anyMatch(Offer::restricted);
        return new Subscription(
                id,
                owner,
                name.strip(),
                restricted ? Subscription.State.PENDING : Subscription.State.ACTIVE,
                asked,
                rpmLimit,
                tpmLimit,
                expiresAt,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
