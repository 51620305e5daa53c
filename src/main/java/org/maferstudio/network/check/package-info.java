/**
 * The engine check: whether the engine computes a network correctly on this CPU, layer by layer, in a separate process.
 * Start with {@link org.maferstudio.network.check.CheckedPlans}.
 */
package org.maferstudio.network.check;
