/** What one step minimises, and the gradients of it. Open {@link org.maferstudio.training.loss.GradientStep} first. */
package org.maferstudio.training.loss;
