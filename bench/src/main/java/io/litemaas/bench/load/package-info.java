/**
 * {@code ./litemaas bench}: how many calls a second a whole installation answers, how long each takes and what it costs, by
 * public interfaces on a database full of others' rows. Builds are compared in one run, in turns, since machines differ from
 * one hour to the next.
 */
package io.litemaas.bench.load;
