/** Figures as PNG, SVG, PDF and tables. Open {@link org.maferstudio.report.export.FigureFile} first. */
package org.maferstudio.report.export;
