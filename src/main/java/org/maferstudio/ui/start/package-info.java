/** The first pane: what can be done here. */
package org.maferstudio.ui.start;
