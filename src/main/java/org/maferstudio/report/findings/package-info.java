/**
 * What settings of a training show, over their seeds and beside the controls of a sceptic, as one page of Markdown. Open
 * {@link org.maferstudio.report.findings.Findings} first.
 */
package org.maferstudio.report.findings;
