/**
 * Experiments on disk: recipe, history, predictions, checkpoints, notes; and the workspace of all experiments. Start
 * with {@link org.maferstudio.experiment.Experiment}, then {@link org.maferstudio.experiment.Workspace}.
 *
 * <p>Files are plain (JSON and csv in UTF-8), read leniently and written atomically.
 */
package org.maferstudio.experiment;
