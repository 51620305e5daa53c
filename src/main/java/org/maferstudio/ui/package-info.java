/** The window: one package per pane, and the shell that contains them. */
package org.maferstudio.ui;
