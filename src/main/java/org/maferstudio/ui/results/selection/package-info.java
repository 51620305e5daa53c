/** What the selected experiments have to show: figures, class table, headline. */
package org.maferstudio.ui.results.selection;
