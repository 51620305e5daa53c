/**
 * Annotations next to images, or in their names: tables, lists, JSON, YOLO's and AffectNet's files, the naming
 * conventions of face databases.
 *
 * <p>{@link org.maferstudio.datasets.annotations.AnnotationFormat} first. A format says which image has which class as it is
 * written; what a written class means is decided by the dataset.
 */
package org.maferstudio.datasets.annotations;
