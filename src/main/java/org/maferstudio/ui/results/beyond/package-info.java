/** Experiments beside the published numbers, and on the datasets of each other. */
package org.maferstudio.ui.results.beyond;
