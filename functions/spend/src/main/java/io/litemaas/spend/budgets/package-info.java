/**
 * What may be spent. The spend of a period is never reset but summed over the roll-ups, in the budget's own time zone. A
 * booking marks the budgets that it touches; the sweep looks at those, and at those whose period has ended, records what
 * was crossed, once, and decides whether the budget blocks. What a key may is a view over those decisions
 * ({@code spend.published_allowance}).
 */
package io.litemaas.spend.budgets;
