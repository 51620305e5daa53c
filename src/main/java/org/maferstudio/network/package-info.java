/**
 * Networks (squeeze-and-excitation ResNets), the engine and its devices, the input contract, inference and features.
 * Start with {@link org.maferstudio.network.Network}.
 *
 * <p>DJL's types appear only here and in {@code training}.
 */
package org.maferstudio.network;
