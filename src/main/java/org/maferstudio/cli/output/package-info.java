/**
 * What commands print: results on standard output, progress and problems on standard error. Open {@link
 * org.maferstudio.cli.output.Console} first.
 */
package org.maferstudio.cli.output;
