/**
 * Kills the packaged room at every border of issuing and revoking a key. The product has no hook for it: a process is
 * made to wait from outside, by LiteLLM's emulator or by a lock in PostgreSQL, and is killed as a whole while it waits.
 * Whether a key is there is asked of the emulator, never of our tables.
 */
package io.litemaas.access.kill;
