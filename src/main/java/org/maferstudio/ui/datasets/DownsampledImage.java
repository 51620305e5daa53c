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
 * @param image downsampled and resized back
 * @param idle whether downsampling has no effect, as the image is no larger
 */
public record DownsampledImage(String title, RasterImage image, boolean idle) {
    private static final List<Integer> SIDES = List.of(8, 12, 16, 24, 32);

    /** Reads a sample's image, and downsamples it to resolutions from few pixels to many; the image itself comes first. */
    static List<DownsampledImage> versions(Sample sample) {
        RasterImage image = sample.pixels().read();
        List<DownsampledImage> versions = new ArrayList<>();
        String size = image.channels() == 1
                ? Texts.of("datasets.sample.greySize", image.width(), image.height())
                : Texts.of("datasets.sample.colourSize", image.width(), image.height());
        versions.add(new DownsampledImage(size, image, false));
        for (int side : SIDES) {
            versions.add(new DownsampledImage(
                    Texts.of("datasets.sample.resolution", side),
                    Downsampling.downsample(image, side, Kernel.BILINEAR),
                    side >= image.shorterSide()));
        }
        return versions;
    }
}
