/**
 * The command line: one class a command. Open {@link org.maferstudio.cli.Mafer} first.
 *
 * <p>A command reads its options, calls the rooms that do the work, and prints: results on standard output, progress
 * and problems on standard error. It ends with 0 (done), 1 (failed), 2 (wrong usage or unreadable input) or 130
 * (stopped and saved).
 */
package org.maferstudio.cli;
