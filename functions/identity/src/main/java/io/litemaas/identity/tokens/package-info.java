/**
 * Service tokens: with one a program calls in its owner's name, within a scope and until a day. A value is shown once and
 * kept nowhere; what is kept is its hash.
 */
package io.litemaas.identity.tokens;
