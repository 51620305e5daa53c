/**
 * Samples of labelled images, and what identifies, groups and caches them. Open {@link org.maferstudio.datasets.Dataset}
 * first; {@link org.maferstudio.datasets.opening.Datasets} opens one.
 */
package org.maferstudio.datasets;
