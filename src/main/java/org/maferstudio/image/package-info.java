/**
 * Pixels: reading images from untrusted files, resampling as Pillow does, cropping, colour order. Open {@link
 * org.maferstudio.image.RasterImage} first.
 */
package org.maferstudio.image;
