package org.maferstudio.datasets;

import org.maferstudio.datasets.duplicates.Thumbnail;
import org.maferstudio.datasets.saved.ImageFacts;
import org.maferstudio.image.RasterImage;

/** What the dataset check stores of an image: enough to find exact and near duplicates without its pixels. */
public final class ImageSummary {
    private final ImageFacts facts;
    private final Thumbnail thumbnail;

    private ImageSummary(ImageFacts facts, Thumbnail thumbnail) {
        this.facts = facts;
        this.thumbnail = thumbnail;
    }

    /** Summarises an image. */
    public static ImageSummary of(RasterImage image) {
        return of(ImageFacts.of(image), image);
    }

    /** Summarises an image whose facts are known. */
    public static ImageSummary of(ImageFacts facts, RasterImage image) {
        return new ImageSummary(facts, Thumbnail.of(image));
    }

    /** The size for display, such as {@code 48x48 grey}. */
    public String size() {
        return facts.size();
    }

    /** The number of pixels. */
    public long pixels() {
        return facts.pixels();
    }

    /** The shorter side, in pixels. */
    public int shorterSide() {
        return Math.min(facts.width(), facts.height());
    }

    /** SHA-256 of size and pixels, in hex. */
    public String exact() {
        return facts.exact();
    }

    /** The thumbnail compared by the search for near duplicates. */
    public Thumbnail thumbnail() {
        return thumbnail;
    }

    /** The sum of the values of a channel over all pixels: 0 red, 1 green, 2 blue, 3 grey. */
    public long sum(int channel) {
        return facts.sum(channel);
    }

    /** Whether the image is blank. */
    public boolean isBlank() {
        return thumbnail.isBlank();
    }
}
