/** Experiments laid beside and over each other: panels on one scale, their difference, and their folds. */
package org.maferstudio.ui.results.comparison;
