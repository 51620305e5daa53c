/**
 * Figures painted once on Graphics2D, for the screen and for files, and tables. Open {@link
 * org.maferstudio.report.Figure} first.
 *
 * <p>A new figure is one record that implements {@code Figure}: own painting with {@code FigurePainter} where that is simple, a
 * chart through {@code ChartTheme} where there are axes. Colours and letters come from {@link
 * org.maferstudio.report.FigureStyle} alone.
 */
package org.maferstudio.report;
