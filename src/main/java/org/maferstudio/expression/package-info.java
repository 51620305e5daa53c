/**
 * The expression classes, sets of labels, and the mapping of a dataset's own spelling to them. Open {@link
 * org.maferstudio.expression.LabelSet} first.
 *
 * <p>The program speaks of expressions that a face shows, never of feelings.
 */
package org.maferstudio.expression;
