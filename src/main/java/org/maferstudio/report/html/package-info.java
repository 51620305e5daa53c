/** The HTML report on experiments. Open {@link org.maferstudio.report.html.HtmlReport} first. */
package org.maferstudio.report.html;
