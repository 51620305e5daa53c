/**
 * Progress, stop requests and failures of long-running work. Start with {@link org.maferstudio.job.BackgroundWork}.
 *
 * <p>Nothing in this package depends on threads or a toolkit, so work runs the same on the command line, in the window
 * and in tests.
 */
package org.maferstudio.job;
