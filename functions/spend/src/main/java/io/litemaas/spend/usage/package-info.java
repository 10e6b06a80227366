/** What was spent, by whom and on what: sums over the roll-ups, never over facts. */
package io.litemaas.spend.usage;
