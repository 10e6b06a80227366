/**
 * How LiteLLM is made to agree. The desired state of a key is a pure function of our rows, the actual one is read, the
 * difference applied and read back; each run is recorded, and what can't be healed is a conflict for an admin.
 */
package io.litemaas.access.convergence;
