/**
 * What the program remembers of images between its runs, so that an image is decoded again only if its file changed. Open
 * {@link org.maferstudio.datasets.saved.SavedImages} first.
 */
package org.maferstudio.datasets.saved;
