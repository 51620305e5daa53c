/**
 * What goes out and comes in: figures, reports and bundles for others, results of other programs. {@link
 * org.maferstudio.ui.results.exchange.Exchange} knows all of it.
 */
package org.maferstudio.ui.results.exchange;
