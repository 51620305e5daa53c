/**
 * Files of a dataset as layouts see them: their names, tables row by row, and the image that an annotation names.
 *
 * <p>{@link org.maferstudio.datasets.files.ReadableFiles} first. Everything here is read from untrusted folders and archives.
 */
package org.maferstudio.datasets.files;
