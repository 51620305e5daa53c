/** Comparison of experiments: panels on one scale, their difference, and their folds. */
package org.maferstudio.ui.results.comparison;
