/** Label review: confident errors, marked and annotated. */
package org.maferstudio.ui.results.labelreview;
