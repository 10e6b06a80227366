/**
 * The user in LiteLLM that each person has. A sign-in is never delayed by it: the event that follows the sign-in makes
 * LiteLLM agree, and {@code access.published_user_sync} says whether it does.
 */
package io.litemaas.access.users;
