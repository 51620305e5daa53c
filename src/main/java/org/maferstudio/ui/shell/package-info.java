/** The frame around the panes: navigation, header, status bar, log, help. */
package org.maferstudio.ui.shell;
