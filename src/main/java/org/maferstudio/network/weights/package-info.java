/**
 * Finds the parameters of a network among the arrays of a weight file. Open {@link
 * org.maferstudio.network.weights.NetworkWeights} first.
 */
package org.maferstudio.network.weights;
