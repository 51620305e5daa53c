package org.maferstudio.ui.datasets;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.datasets.Sample;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.Picture;
import org.maferstudio.schedule.Lowering;
import org.maferstudio.texts.Texts;

/**
 * A picture as it looks at a resolution.
 *
 * @param title such as {@code 16 px}
 * @param picture lowered and brought back to its size
 * @param idle whether lowering did nothing, as the picture is no larger
 */
public record LoweredPicture(String title, Picture picture, boolean idle) {
    private static final List<Integer> SIDES = List.of(32, 24, 16, 12, 8);

    /** A sample's picture as it is, then at ever fewer pixels; reads it. */
    static List<LoweredPicture> versions(Sample sample) {
        Picture picture = sample.pixels().read();
        List<LoweredPicture> versions = new ArrayList<>();
        versions.add(new LoweredPicture(picture.toString(), picture, false));
        for (int side : SIDES) {
            versions.add(new LoweredPicture(
                    Texts.of("datasets.px", side),
                    Lowering.lower(picture, side, Kernel.BILINEAR),
                    side >= picture.shorterSide()));
        }
        return versions;
    }
}
