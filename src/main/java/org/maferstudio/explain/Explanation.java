package org.maferstudio.explain;

import org.maferstudio.image.RasterImage;
import org.maferstudio.schedule.Resolution;

/**
 * What in an image, or in several on average, speaks for a class at a resolution.
 *
 * @param resolution of the image
 * @param image as the network gets it, or the mean of several
 * @param label the class, as it is shown
 * @param probability that the network gives it, 0 to 1; the mean of several images
 * @param images number of images
 * @param map what speaks for the class
 */
public record Explanation(
        Resolution resolution, RasterImage image, String label, double probability, int images, AttributionMap map) {}
