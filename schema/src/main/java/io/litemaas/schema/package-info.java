/**
 * The contracts that rooms keep with each other and with the world, and the one step that brings a database to
 * them. Functions never migrate: a cold start must not wait for it, and their roles may not.
 */
package io.litemaas.schema;
