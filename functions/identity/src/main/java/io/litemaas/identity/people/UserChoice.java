package io.litemaas.identity.people;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The user that a request is about. */
public record UserChoice(@NotNull UUID userId) {}
