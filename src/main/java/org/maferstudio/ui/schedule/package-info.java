/** The pane of the resolution schedule. */
package org.maferstudio.ui.schedule;
