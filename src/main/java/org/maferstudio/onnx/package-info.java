/**
 * ONNX files as strangers: what they declare, and what is refused before anything runs or is read into memory. Start with
 * {@link org.maferstudio.onnx.OnnxFile}; {@link org.maferstudio.onnx.StoredValues} reads the weights.
 */
package org.maferstudio.onnx;
