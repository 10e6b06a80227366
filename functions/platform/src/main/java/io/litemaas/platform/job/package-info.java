/**
 * Work that is due by time. Operations says that a job is due; the room that has it takes the job's lease with a fence
 * and works in slices, so that a room that dies loses one slice and two that wake do not work twice.
 */
package io.litemaas.platform.job;
