/**
 * Figures, painted once on Graphics2D for the screen and for files. Open {@link org.maferstudio.report.figures.Figure} first.
 *
 * <p>A new figure is one record that implements {@code Figure}: own painting with {@code FigurePainter} where that is simple, a
 * chart through {@code ChartTheme} where there are axes.
 */
package org.maferstudio.report.figures;
