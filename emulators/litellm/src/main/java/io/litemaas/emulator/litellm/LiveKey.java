package io.litemaas.emulator.litellm;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A key that LiteLLM knows now; alias and user are empty where it has none. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record LiveKey(String hash, String alias, String userId, boolean blocked) {}
