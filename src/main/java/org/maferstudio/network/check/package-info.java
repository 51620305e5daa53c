/**
 * Checks layer by layer, in a process of its own, whether the engine computes a network correctly on this CPU. Open {@link
 * org.maferstudio.network.check.CheckedPlans} first.
 */
package org.maferstudio.network.check;
