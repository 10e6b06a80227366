/**
 * LiteLLM, the one foreign system: what we ask of it, under one policy, with its quirks kept here.
 *
 * <p>Five small clients, one for each area: {@link io.litemaas.litellm.LiteLlmUsers},
 * {@link io.litemaas.litellm.LiteLlmKeys}, {@link io.litemaas.litellm.LiteLlmModels},
 * {@link io.litemaas.litellm.LiteLlmSpend}, {@link io.litemaas.litellm.LiteLlmHealth}. All go through one
 * {@code Exchange} and one guarded bean, {@code Guard}, which carries timeout, circuit breaker and bulkhead; what may be
 * repeated is retried by the client that knows so. Each call takes the request's {@link io.litemaas.litellm.Deadline} and
 * gets what is left of it.
 *
 * <p>What was found or not is a value. What could not be decided is a {@link io.litemaas.litellm.LiteLlmException}:
 * {@link io.litemaas.litellm.LiteLlmUnavailable} (nobody knows; ask again later),
 * {@link io.litemaas.litellm.LiteLlmThrottled} (ask again when it says),
 * {@link io.litemaas.litellm.LiteLlmCredentialRefused} (it does not accept our key),
 * {@link io.litemaas.litellm.LiteLlmRefused} (LiteLLM said no, and would again) or
 * {@link io.litemaas.litellm.LiteLlmFault} (it failed, or answered what it never should). What of it all processes share
 * is {@link io.litemaas.litellm.SharedCalls}'s. Errors are told by status alone, since LiteLLM's error bodies come in three shapes; no
 * body and no key value gets into a message or a log. Answers are checked field by field against what was recorded from
 * LiteLLM 1.108.7; only its free, documented endpoints are used.
 */
package io.litemaas.litellm;
