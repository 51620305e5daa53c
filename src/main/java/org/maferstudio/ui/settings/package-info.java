/** The Settings pane. */
package org.maferstudio.ui.settings;
