/** The experiments of the workspace as a table: the selected one and those compared with it. */
package org.maferstudio.ui.results.experiments;
