/**
 * A stand-in for Knative Eventing, for tests and for local use; never for anything that matters.
 *
 * <p>It reads the manifests of the folder {@code triggers} and delivers as they say: {@link
 * io.litemaas.emulator.broker.Manifests} makes {@link io.litemaas.emulator.broker.Trigger}s of files, {@link
 * io.litemaas.emulator.broker.Deliveries} posts, tries again, gives up and sends to the dead letter sink with Knative's
 * extensions, {@link io.litemaas.emulator.broker.Ticks} sends what a PingSource sends. What waits lies in memory, as in
 * Knative's in-memory channel: it dies with the process. {@link io.litemaas.emulator.broker.Faults} make it a bad broker.
 */
package io.litemaas.emulator.broker;
