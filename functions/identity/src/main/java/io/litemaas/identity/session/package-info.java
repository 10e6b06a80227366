/**
 * Sessions. A sign-in begins a family of refresh tokens; each is used once and leaves the next one. Used again at once,
 * by a second tab, it leaves a sibling; used again later, somebody has stolen it, and the family ends.
 */
package io.litemaas.identity.session;
