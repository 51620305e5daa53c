/**
 * Where a dataset lies: folders, zips and single tables, listed and read the same way. Open {@link
 * org.maferstudio.datasets.trees.DatasetTree} first.
 */
package org.maferstudio.datasets.trees;
