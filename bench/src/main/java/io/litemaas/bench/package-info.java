/**
 * Starts rooms as an image does, on a PostgreSQL of its own, and calls them as a person does: to measure how long a cold
 * start takes, and to train the AOT cache that makes it short.
 */
package io.litemaas.bench;
