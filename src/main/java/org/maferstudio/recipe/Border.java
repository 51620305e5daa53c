package org.maferstudio.recipe;

/** The values beyond the border of an image after geometric transforms. */
public enum Border {
    /** Repeats the border pixels. */
    REPEAT,
    /** Mirrors the image without repeating the border pixels. */
    MIRROR,
    /** Black. Border pixels fade to black over the width of one pixel. */
    BLACK
}
