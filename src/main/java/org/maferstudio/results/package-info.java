/**
 * Predictions and their evaluation: confusion matrix, accuracies, intervals, significance tests, resolution sweeps.
 * Start with {@link org.maferstudio.results.Predictions}.
 *
 * <p>Everything here is a function of values: no clock, no network, no window.
 */
package org.maferstudio.results;
