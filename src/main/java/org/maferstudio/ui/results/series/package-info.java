/** The results of a series: its settings with mean and interval over seeds and folds, and its runs. */
package org.maferstudio.ui.results.series;
