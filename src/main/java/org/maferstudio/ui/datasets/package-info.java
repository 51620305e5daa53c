/** The Datasets view: add and browse datasets, and see the issues of the dataset check. */
package org.maferstudio.ui.datasets;
