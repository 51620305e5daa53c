/**
 * Networks of other programs, as ONNX files that ONNX Runtime computes. Start with
 * {@link org.maferstudio.network.onnx.OnnxContract}, then {@link org.maferstudio.network.onnx.OnnxClassifier}.
 */
package org.maferstudio.network.onnx;
