/** One experiment on disk: recipe, history, predictions, checkpoints, notes; and the workspace of all experiments. */
package org.maferstudio.experiment;
