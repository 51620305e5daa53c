/**
 * The pane of training: recipe, start, curves, queue. Open {@link org.maferstudio.ui.training.TrainingViewModel} first.
 *
 * <p>{@link org.maferstudio.ui.training.RecipeForm} is the left half, {@link org.maferstudio.ui.training.RunQueue} and
 * {@link org.maferstudio.ui.training.RunMonitor} are the right one.
 */
package org.maferstudio.ui.training;
