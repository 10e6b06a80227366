/** The two addresses between which a person goes to the provider and comes back as somebody we know. */
package io.litemaas.identity.signin;
