/**
 * Experiments compared with each other and with the paper. Open {@link org.maferstudio.experiment.EvaluatedExperiments}
 * first.
 */
package org.maferstudio.report.comparison;
