/**
 * All rooms in one JVM, for local use, demos, end-to-end tests, and clusters without Eventing. Each room keeps its own
 * pool and role; events travel as binary CloudEvents over loopback HTTP through the same face as anywhere.
 */
package io.litemaas.suite;
