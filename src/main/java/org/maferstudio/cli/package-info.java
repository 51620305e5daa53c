/**
 * The command line, one class per command. Start with {@link org.maferstudio.cli.Mafer}.
 *
 * <p>A command reads its options, calls the packages that do the work, and prints results on standard output, progress
 * and problems on standard error. It exits with 0 (done), 1 (failed), 2 (invalid usage or unreadable input) or 130
 * (stopped and saved).
 */
package org.maferstudio.cli;
