/**
 * Who somebody is, as OpenShift's OAuth or an OpenID provider says. quarkus-oidc does the code flow, but only where the
 * two functions of the sign-in call it: it guards no path, keeps no session, and its failures become our problems.
 */
package io.litemaas.identity.provider;
