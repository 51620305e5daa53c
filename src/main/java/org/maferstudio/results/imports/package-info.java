/**
 * Results that other programs wrote, as predictions or as a confusion matrix. Open {@link
 * org.maferstudio.results.imports.ImportedPredictions} and {@link org.maferstudio.results.imports.ImportedMatrix} first.
 *
 * <p>{@link org.maferstudio.results.imports.ImportFile} turns every format into rows of cells; what the cells mean is
 * detected from them and reported in notes, never guessed silently.
 */
package org.maferstudio.results.imports;
