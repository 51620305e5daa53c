/**
 * Expression classes, label sets, and the mapping from a dataset's class names. Start with {@link
 * org.maferstudio.expression.LabelSet}.
 *
 * <p>The program speaks of expressions that a face shows, never of feelings.
 */
package org.maferstudio.expression;
