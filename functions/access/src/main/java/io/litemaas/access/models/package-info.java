/**
 * The catalogue. LiteLLM owns which models there are and what they cost; LiteMaaS keeps a copy, so that people can look
 * while LiteLLM is away, says how old it is, and adds whether an admin must approve.
 */
package io.litemaas.access.models;
