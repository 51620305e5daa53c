/** The pane of settings. */
package org.maferstudio.ui.settings;
