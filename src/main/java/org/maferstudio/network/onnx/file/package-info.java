/**
 * ONNX files as strangers: what they declare, and what is refused before anything runs. Start with
 * {@link org.maferstudio.network.onnx.file.OnnxFile}.
 */
package org.maferstudio.network.onnx.file;
