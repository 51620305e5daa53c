/**
 * The Training pane: recipe, curves, queue. Start with {@link org.maferstudio.ui.training.TrainingViewModel}.
 *
 * <p>{@link org.maferstudio.ui.training.RecipeForm} is the left half, {@link org.maferstudio.ui.training.RunQueue} and
 * {@link org.maferstudio.ui.training.RunMonitor} are the right one.
 */
package org.maferstudio.ui.training;
