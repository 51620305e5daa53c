/**
 * Predictions to numbers: confusion matrix, accuracies, intervals, tests, resolution sweeps. Open {@link
 * org.maferstudio.results.Predictions} first.
 *
 * <p>Everything here is a function of values: no clock, no network, no window.
 */
package org.maferstudio.results;
