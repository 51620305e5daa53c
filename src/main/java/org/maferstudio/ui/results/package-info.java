/**
 * The Results pane: experiments, confusion matrices, accuracy by class and by resolution. Start with {@link
 * org.maferstudio.ui.results.ResultsViewModel}.
 */
package org.maferstudio.ui.results;
