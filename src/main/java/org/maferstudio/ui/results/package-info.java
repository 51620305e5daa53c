/**
 * The pane of results: experiments, confusion matrices, accuracies by class and by resolution. Open {@link
 * org.maferstudio.ui.results.ResultsViewModel} first.
 */
package org.maferstudio.ui.results;
