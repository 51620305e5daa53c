package org.maferstudio.ownclasses;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.input.InputContract;

/** Images of fine stripes with noise, and a network whose features are edges of its input. */
public final class StripedFaces {
    private static final int SIDE = 48;

    private StripedFaces() {}

    /** The direction in which the stripes run. */
    public enum Direction {
        ACROSS,
        DOWN
    }

    /** A take of 30 images a second. */
    public static List<FaceSample> take(int number, int count, Direction direction) {
        Random random = new Random(number);
        List<FaceSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(new FaceSample(number, i / 30.0, image(direction, random), Optional.empty()));
        }
        return samples;
    }

    private static RasterImage image(Direction direction, Random random) {
        byte[] values = new byte[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int place = direction == Direction.ACROSS ? y : x;
                // The slope remains at few pixels, where the stripes are gone.
                double stripe = place % 4 < 2 ? 60 : -60;
                double slope = (direction == Direction.ACROSS ? x : y) * 0.6;
                values[y * SIDE + x] =
                        (byte) Math.max(0, Math.min(255, 110 + stripe + slope + 25 * random.nextGaussian()));
            }
        }
        return new RasterImage(SIDE, SIDE, 1, values);
    }

    /** Its first feature is the direction of the stripes, and misleads where these are gone; its second then helps. */
    public static final class Network implements FrozenNetwork {
        @Override
        public Path experiment() {
            return Path.of("striped");
        }

        @Override
        public String title() {
            return "Striped";
        }

        @Override
        public InputContract contract() {
            return new InputContract(
                    SIDE,
                    SIDE,
                    Kernel.BILINEAR,
                    InputContract.Colour.GREY,
                    List.of(0.0),
                    1,
                    List.of("a", "b", "c"),
                    0.15,
                    1);
        }

        @Override
        public List<float[]> features(List<RasterImage> faces) {
            return faces.stream().map(Network::edges).toList();
        }

        private static float[] edges(RasterImage image) {
            float across = 0;
            float down = 0;
            float slope = 0;
            for (int y = 0; y < SIDE - 8; y++) {
                for (int x = 0; x < SIDE - 8; x++) {
                    int here = image.value(x, y, 0);
                    across += Math.abs(here - image.value(x + 2, y, 0)) / 1600f;
                    down += Math.abs(here - image.value(x, y + 2, 0)) / 1600f;
                    slope += (image.value(x + 8, y, 0) - image.value(x, y + 8, 0)) / 1600f;
                }
            }
            if (across + down > 20) {
                return new float[] {across < down ? 1 : -1, 0};
            }
            return slope > 0 ? new float[] {-1, 3} : new float[] {1, -3};
        }

        @Override
        public void close() {
            // Owns nothing.
        }
    }
}
