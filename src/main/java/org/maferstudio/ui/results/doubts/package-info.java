/** Labels that may be wrong: confident errors first, marked and noted on beside the dataset, which is never changed. */
package org.maferstudio.ui.results.doubts;
