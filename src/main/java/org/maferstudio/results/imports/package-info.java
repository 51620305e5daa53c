/**
 * Imports results of other programs, as predictions or as a confusion matrix. Start with {@link
 * org.maferstudio.results.imports.ImportedPredictions} and {@link org.maferstudio.results.imports.ImportedMatrix}.
 *
 * <p>{@link org.maferstudio.results.imports.ImportFile} converts every format to rows of cells. Their meaning is
 * detected and reported in notes, never guessed silently.
 */
package org.maferstudio.results.imports;
