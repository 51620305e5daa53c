/**
 * The networks (squeeze-and-excitation ResNets), the engine and its devices, the input contract, predictions and
 * features. Open {@link org.maferstudio.network.Network} first.
 *
 * <p>DJL's types appear here and in {@code training} only.
 */
package org.maferstudio.network;
