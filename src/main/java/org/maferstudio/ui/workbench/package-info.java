/** State and requests that panes share. Start with {@link org.maferstudio.ui.workbench.Workbench}. */
package org.maferstudio.ui.workbench;
