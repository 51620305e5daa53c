package org.maferstudio.image;

/** The weights of the channels when a colour image is converted to grey. */
public enum GreyWeights {
    /** The luma of ITU-R 601: 0.299 red, 0.587 green, 0.114 blue. */
    RGB(19595, 38470, 7471),
    /** The same weights with red and blue swapped: the result of taking the luma of BGR data. */
    BGR(7471, 38470, 19595);

    private final int red;
    private final int green;
    private final int blue;

    GreyWeights(int red, int green, int blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /** The grey value of a pixel, rounded as Pillow rounds it; all values 0 to 255. */
    int grey(int r, int g, int b) {
        return (r * red + g * green + b * blue + 0x8000) >> 16;
    }
}
