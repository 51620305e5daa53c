/** Comparison with the paper's results and across datasets. */
package org.maferstudio.ui.results.crossdataset;
