package org.maferstudio.ui.datasets;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.datasets.Sample;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.schedule.Downsampling;
import org.maferstudio.texts.Texts;

/**
 * An image at a resolution.
 *
 * @param title such as {@code 16 px}
 * @param picture downsampled and resized back
 * @param idle whether downsampling has no effect, as the image is no larger
 */
public record DownsampledImage(String title, RasterImage picture, boolean idle) {
    private static final List<Integer> SIDES = List.of(32, 24, 16, 12, 8);

    /** A sample's image as it is, then at ever fewer pixels; reads it. */
    static List<DownsampledImage> versions(Sample sample) {
        RasterImage picture = sample.pixels().read();
        List<DownsampledImage> versions = new ArrayList<>();
        String size = picture.channels() == 1
                ? Texts.of("datasets.sample.greySize", picture.width(), picture.height())
                : Texts.of("datasets.sample.colourSize", picture.width(), picture.height());
        versions.add(new DownsampledImage(size, picture, false));
        for (int side : SIDES) {
            versions.add(new DownsampledImage(
                    Texts.of("datasets.sample.resolution", side),
                    Downsampling.lower(picture, side, Kernel.BILINEAR),
                    side >= picture.shorterSide()));
        }
        return versions;
    }
}
