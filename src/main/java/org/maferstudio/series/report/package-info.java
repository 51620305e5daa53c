/** What a series shows: its figures in window, files and report, and the report itself; start with {@link SeriesFigures}. */
package org.maferstudio.series.report;
