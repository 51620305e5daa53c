/**
 * Figures, tables and pages from the predictions of experiments. Open {@link org.maferstudio.report.figures.Figure} first.
 */
package org.maferstudio.report;
