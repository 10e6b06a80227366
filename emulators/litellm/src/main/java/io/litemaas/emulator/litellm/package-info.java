/**
 * A LiteLLM proxy to test against: the same HTTP answers, the same silent no-ops, the same state, as recorded from
 * LiteLLM 1.108.7, plus faults that a real proxy can't be asked for.
 *
 * <p>Rows are kept as the JSON that LiteLLM's tables hold; a {@link io.litemaas.emulator.litellm.Shapes shape} says
 * which columns an endpoint shows, and in which spelling. Time comes from one clock and nothing runs in the background:
 * what is due (spend that becomes visible, budgets that reset) is applied before the next request is answered.
 *
 * <p>Money here is a {@code double}, on purpose: LiteLLM computes and shows doubles, and whoever reads them must cope
 * with {@code 0.0004223999999999999}.
 */
package io.litemaas.emulator.litellm;
