/**
 * The way out to the world, for addresses that people enter. A name is resolved once, each of its addresses must be a
 * public one or allowed by configuration, and the call goes to the very address that was checked: a name that points
 * elsewhere a moment later leads nowhere. No redirect is followed, no call outlasts its time, and of an answer nothing but
 * its status is kept.
 */
package io.litemaas.alerts.outgoing;
