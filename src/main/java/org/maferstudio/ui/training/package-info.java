/** The pane of training: recipe, start, curves, queue. */
package org.maferstudio.ui.training;
