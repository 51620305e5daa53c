/**
 * Experiments compared with each other and with the paper. Open {@link org.maferstudio.report.comparison.EvaluatedExperiments}
 * first.
 */
package org.maferstudio.report.comparison;
