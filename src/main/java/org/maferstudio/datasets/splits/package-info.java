/** Draws folds and hold-out parts. Open {@link org.maferstudio.datasets.splits.Folds} first. */
package org.maferstudio.datasets.splits;
