/** For which images the shown networks fail: results by the values of a column. */
package org.maferstudio.ui.results.slices;
