package org.maferstudio.schedule;

/** How often an image is lowered, by the number of images that the run has seen so far. */
public sealed interface LoweringProbability {
    /**
     * The probability for the next image.
     *
     * @param images images seen by the whole run so far, one global count
     * @return from 0 to 1
     */
    double after(long images);

    /** Every image stays as it is. */
    record Never() implements LoweringProbability {
        @Override
        public double after(long images) {
            return 0;
        }
    }

    /**
     * The same probability throughout.
     *
     * @param p from 0 to 1; the authors' default is 0.1
     */
    record Constant(double p) implements LoweringProbability {
        public Constant {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a probability lies between 0 and 1, got " + p);
            }
        }

        @Override
        public double after(long images) {
            return p;
        }
    }

    /**
     * A probability that grows in steps; the authors' is 0.1, +0.1 every 35,000 images, at most 1.
     *
     * @param start from 0 to maximum
     * @param step what each step adds, at least 0
     * @param everyImages how many images a step lasts, at least 1
     * @param maximum at most 1
     */
    record Curriculum(double start, double step, long everyImages, double maximum) implements LoweringProbability {
        public Curriculum {
            if (!(start >= 0 && maximum <= 1 && start <= maximum)) {
                throw new IllegalArgumentException(
                        "probabilities must satisfy 0 <= start <= maximum <= 1, got " + start + ", " + maximum);
            }
            if (!(step >= 0)) {
                throw new IllegalArgumentException("a step adds at least 0, got " + step);
            }
            if (everyImages < 1) {
                throw new IllegalArgumentException("a step lasts at least one image, got " + everyImages);
            }
        }

        @Override
        public double after(long images) {
            long steps = images / everyImages;
            return Math.min(maximum, start + step * steps);
        }
    }
}
