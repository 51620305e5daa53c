package org.maferstudio.ui.schedule;

import org.maferstudio.image.RasterImage;

/**
 * One face as the network would see it.
 *
 * @param title such as {@code 16 px}
 * @param note a word below the title; may be empty
 * @param image at its own size
 * @param changed whether the resolution does anything to it
 */
public record FaceAtResolution(String title, String note, RasterImage image, boolean changed) {}
