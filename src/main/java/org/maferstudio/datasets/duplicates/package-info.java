/**
 * Finds images that occur twice in a dataset, also when one is mirrored, cropped, shifted or compressed again. Open
 * {@link org.maferstudio.datasets.duplicates.NearDuplicates} first.
 *
 * <p>The search compares 256-bit codes instead of images: all pairs of them, or, among very many, those that an index
 * selects; only pairs with similar codes are aligned and compared. Nothing here knows datasets, splits or classes.
 */
package org.maferstudio.datasets.duplicates;
