/** The frame around the panes: navigation, header, status bar, log. */
package org.maferstudio.ui.shell;
