/**
 * Who is asking. An access token is verified with a configured public key, without a call to anybody; then one query
 * on the room's pool says whether its epoch still holds, and which roles the user has now.
 */
package io.litemaas.platform.caller;
