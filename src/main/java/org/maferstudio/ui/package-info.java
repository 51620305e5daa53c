/** The window: one room a pane, and the shell that holds them. */
package org.maferstudio.ui;
