/**
 * What is due. A tick means "do what is due": it may be lost or come twice. Jobs are rows, and only a room that has
 * work is woken, so that the others stay at zero.
 */
package io.litemaas.operations.jobs;
