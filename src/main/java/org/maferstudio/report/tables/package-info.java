/** Tables of numbers as text, csv, LaTeX and HTML. Open {@link org.maferstudio.report.tables.Table} first. */
package org.maferstudio.report.tables;
