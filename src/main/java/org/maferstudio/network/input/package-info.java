/** How images become the input of a network. Open {@link org.maferstudio.network.input.InputContract} first. */
package org.maferstudio.network.input;
