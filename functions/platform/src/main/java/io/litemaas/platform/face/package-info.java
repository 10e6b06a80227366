/**
 * The one http face of all functions. Before Funqy runs a function, {@link io.litemaas.platform.face.Face} checks the
 * request against what the function declares with {@link io.litemaas.platform.face.Reads} or
 * {@link io.litemaas.platform.face.Changes}; whatever fails, there or in the function,
 * {@link io.litemaas.platform.face.ProblemAnswer} answers.
 */
package io.litemaas.platform.face;
