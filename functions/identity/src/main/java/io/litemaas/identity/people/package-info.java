/**
 * The people who have signed in. What ends their rights at once, everywhere, is a higher epoch: every room reads it
 * before every function.
 */
package io.litemaas.identity.people;
