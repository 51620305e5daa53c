package org.maferstudio.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.schedule.Resolution;

/** The mean of explanations of one class at one resolution, over the mean of their images. */
final class MeanExplanation {
    /** Side of the mean of images, in pixels. */
    private static final int SIDE = 96;

    private final List<AttributionMap> maps = new ArrayList<>();
    private final double[] greys = new double[SIDE * SIDE];
    private double probability;
    private Resolution resolution = Resolution.NATIVE;
    private String label = "";

    /** Adds a face. */
    void add(Explanation one) {
        maps.add(one.map());
        probability += one.probability();
        resolution = one.resolution();
        label = one.label();
        RasterImage grey = Resampling.resize(one.image().toGrey(), SIDE, SIDE, Kernel.BILINEAR);
        for (int i = 0; i < greys.length; i++) {
            greys[i] += grey.values()[i] & 0xff;
        }
    }

    /** Number of faces. */
    int faces() {
        return maps.size();
    }

    /** The mean; empty without faces. */
    Optional<Explanation> explanation() {
        if (maps.isEmpty()) {
            return Optional.empty();
        }
        byte[] mean = new byte[greys.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (byte) Math.round(greys[i] / maps.size());
        }
        return Optional.of(new Explanation(
                resolution,
                new RasterImage(SIDE, SIDE, 1, mean),
                label,
                probability / maps.size(),
                maps.size(),
                AttributionMap.mean(maps)));
    }
}
