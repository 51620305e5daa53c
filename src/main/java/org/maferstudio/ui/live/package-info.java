/** The pane of the live view: a face, its expression, and what resolution does to it. */
package org.maferstudio.ui.live;
