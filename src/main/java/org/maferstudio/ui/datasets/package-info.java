/** The pane of datasets: add, look, and hear what the doctor finds. */
package org.maferstudio.ui.datasets;
