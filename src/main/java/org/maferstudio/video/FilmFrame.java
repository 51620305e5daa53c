package org.maferstudio.video;

import org.maferstudio.image.RasterImage;

/**
 * One frame of a film.
 *
 * @param image the pixels in RGB, upright and square
 * @param number counted from 0 in order of presentation; -1 after {@link Film#seek}
 * @param seconds its presentation time since the beginning of the film, see {@link Film}
 */
public record FilmFrame(RasterImage image, long number, double seconds) {}
