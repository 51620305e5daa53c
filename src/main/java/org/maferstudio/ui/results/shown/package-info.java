/** What the selected experiments have to show, read once and shared by all parts of the pane. */
package org.maferstudio.ui.results.shown;
