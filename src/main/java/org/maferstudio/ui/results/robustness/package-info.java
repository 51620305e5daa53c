/** How accuracy falls when images are degraded more and more: curves, classes, and differences of networks. */
package org.maferstudio.ui.results.robustness;
