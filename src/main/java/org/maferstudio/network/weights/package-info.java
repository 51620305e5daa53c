/**
 * Finds the parameters of a network in the arrays of a weight file. Start with {@link
 * org.maferstudio.network.weights.NetworkWeights}.
 */
package org.maferstudio.network.weights;
