/** How figures look and are painted: colours, fonts, chart axes. Open {@link org.maferstudio.report.painting.FigureStyle} first. */
package org.maferstudio.report.painting;
