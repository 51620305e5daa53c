/**
 * How long work reports its progress, is asked to stop, and fails. Open {@link org.maferstudio.job.BackgroundWork} first.
 *
 * <p>Nothing here knows a thread or a toolkit: work runs the same from the command line, from a window and in a test.
 */
package org.maferstudio.job;
