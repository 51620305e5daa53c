/**
 * What the networks compute: their layers, parameters and the function of both. Open {@link
 * org.maferstudio.network.architecture.NetworkSpec} first.
 */
package org.maferstudio.network.architecture;
