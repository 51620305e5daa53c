/** The samples behind a number: which they are, their pictures, and what the network said of each. */
package org.maferstudio.ui.results.samples;
