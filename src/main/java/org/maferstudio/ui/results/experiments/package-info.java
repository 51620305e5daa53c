/** The experiments of the workspace as a table: which is looked at, which stand beside it. */
package org.maferstudio.ui.results.experiments;
