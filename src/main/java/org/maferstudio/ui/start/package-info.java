/** The Start pane: ways to begin. */
package org.maferstudio.ui.start;
