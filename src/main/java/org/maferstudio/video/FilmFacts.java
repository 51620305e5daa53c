package org.maferstudio.video;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a film says about itself.
 *
 * @param container the file format, by FFmpeg's name
 * @param codec the codec, by FFmpeg's name
 * @param pixelFormat of the decoded frames, by FFmpeg's name, such as {@code yuv420p10le}
 * @param size of its frames
 * @param rotation by which its frames are turned for display, in degrees clockwise: 0, 90, 180 or 270
 * @param rate mean frames per second; 0 if unknown
 * @param start the time stamp of its beginning, in seconds
 * @param duration as declared, in seconds; empty if it is not
 * @param frames the number of its frames as declared, or by duration and rate; empty if unknown
 */
public record FilmFacts(
        String container,
        String codec,
        String pixelFormat,
        Size size,
        int rotation,
        double rate,
        double start,
        OptionalDouble duration,
        OptionalLong frames) {
    /**
     * The size of frames.
     *
     * @param codedWidth as stored, in pixels
     * @param codedHeight as stored, in pixels
     * @param width as displayed: upright, with square pixels
     * @param height as displayed
     */
    public record Size(int codedWidth, int codedHeight, int width, int height) {}
}
