/** The dialog that plans a series: several values of a setting, several seeds, folds; the queue trains it. */
package org.maferstudio.ui.training.series;
