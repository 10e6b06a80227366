/**
 * How the systems are that LiteMaaS depends on, as the rooms that call them saw it last. Nobody is called for an
 * answer: it must come at once while LiteLLM hangs.
 */
package io.litemaas.operations.health;
