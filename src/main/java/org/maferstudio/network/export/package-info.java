/**
 * Networks as files for other programs: ONNX, PyTorch, safetensors. Start with {@link
 * org.maferstudio.network.export.NetworkFormat}.
 */
package org.maferstudio.network.export;
