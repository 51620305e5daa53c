/**
 * ONNX Runtime: sessions, and the trial of a network in a process of its own before it runs in this one. Start with
 * {@link org.maferstudio.network.onnx.run.OnnxTrial}.
 */
package org.maferstudio.network.onnx.run;
