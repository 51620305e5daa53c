/** Figures painted once, on Graphics2D, for the screen and for files; tables. */
package org.maferstudio.report;
