/** Import and export of results, figures and bundles. */
package org.maferstudio.ui.results.importexport;
