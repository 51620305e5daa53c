/**
 * Weight files: names, shapes and values of tensors; no network. Open {@link org.maferstudio.weights.Safetensors} first.
 *
 * <p>What is read here is untrusted: headers are bounded, every offset is checked against the file before a byte of the
 * values is read, and nothing in a file is ever executed.
 */
package org.maferstudio.weights;
