/** Evaluates trained networks on datasets. Open {@link org.maferstudio.training.evaluation.Evaluation} first. */
package org.maferstudio.training.evaluation;
