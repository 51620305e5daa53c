/** The pane of results: experiments, confusion matrices, accuracies. */
package org.maferstudio.ui.results;
