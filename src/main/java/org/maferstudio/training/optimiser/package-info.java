/** Update rules and learning rates. Open {@link org.maferstudio.training.optimiser.Optimiser} first. */
package org.maferstudio.training.optimiser;
