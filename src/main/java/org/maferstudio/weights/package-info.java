/**
 * Weight files: names, shapes and values of tensors; no network. Open {@link org.maferstudio.weights.WeightImport} first,
 * which reads any of them; {@link org.maferstudio.weights.Safetensors} is what this program writes.
 *
 * <p>What is read here is untrusted: headers, pickles and zip directories are bounded, every offset is checked against
 * the file before a byte of the values is read, and nothing in a file is ever executed.
 */
package org.maferstudio.weights;
