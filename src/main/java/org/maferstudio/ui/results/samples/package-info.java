/** The samples behind a number: which they are, their images and their predictions. */
package org.maferstudio.ui.results.samples;
