/** Asking for more predictions: the form, its popup, and the work behind them. */
package org.maferstudio.ui.results.evaluation;
