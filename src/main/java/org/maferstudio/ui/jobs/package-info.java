/** Background work of the window. Start with {@link org.maferstudio.ui.jobs.Jobs}. */
package org.maferstudio.ui.jobs;
