/**
 * Makes one dataset of what readers find: recognises layouts, assigns classes, arranges splits. Open {@link
 * org.maferstudio.datasets.opening.Datasets} first.
 */
package org.maferstudio.datasets.opening;
