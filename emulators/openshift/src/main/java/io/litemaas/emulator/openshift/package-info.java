/**
 * A stand-in for OpenShift's sign-in, for tests and for local use; never for anything that matters.
 *
 * <p>It speaks two dialects of one flow over real HTTP. Under {@code /oauth} and {@code /apis} it is OpenShift's OAuth
 * server and user API: an opaque token, no ID token, the person read from {@code users/~}. Under {@code /oidc} it is a
 * plain OpenID provider. The steps of the flow ({@link io.litemaas.emulator.openshift.AuthorizeEndpoint},
 * {@link io.litemaas.emulator.openshift.TokenEndpoint}) are shared; what differs is a
 * {@link io.litemaas.emulator.openshift.Dialect}. Nobody proves who they are: whoever opens the page picks a person.
 * {@link io.litemaas.emulator.openshift.Faults} make it fail on demand.
 */
package io.litemaas.emulator.openshift;
