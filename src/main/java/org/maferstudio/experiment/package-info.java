/**
 * One experiment on disk: recipe, history, predictions, checkpoints, notes; and the workspace of all experiments. Open
 * {@link org.maferstudio.experiment.Experiment} first, then {@link org.maferstudio.experiment.Workspace}.
 *
 * <p>Files are plain (JSON and csv in UTF-8), read forgivingly and never left half written.
 */
package org.maferstudio.experiment;
