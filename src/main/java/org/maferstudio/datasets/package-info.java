/**
 * Readers for each layout of dataset, samples, splits, folds, the dataset check, drawn faces. Open {@link
 * org.maferstudio.datasets.Datasets} first.
 */
package org.maferstudio.datasets;
