package org.maferstudio.augmentation;

import org.maferstudio.texts.Texts;

/** The transforms of an augmentation one by one, and all of them together, to look at. */
public enum AugmentationStep {
    /** All of them. */
    ALL(Texts.of("augmentation.step.all")) {
        @Override
        public Augmentation of(Augmentation whole) {
            return whole;
        }
    },
    /** A random crop, before or after resizing. */
    CROP(Texts.of("augmentation.step.crop")) {
        @Override
        public Augmentation of(Augmentation whole) {
            return whole.randomCrop() || whole.cropFirst() > 0
                    ? Augmentation.NONE.cropped(whole.cropFirst())
                    : Augmentation.NONE;
        }
    },
    /** Colour pictures turn grey. */
    GREY(Texts.of("augmentation.step.grey")) {
        @Override
        public Augmentation of(Augmentation whole) {
            return Augmentation.NONE.greyed(whole.grey()).with(whole.greyWeights());
        }
    },
    /** Bends. */
    ELASTICITY(Texts.of("augmentation.step.elastic")) {
        @Override
        public Augmentation of(Augmentation whole) {
            return whole.elasticity().isOn()
                    ? Augmentation.NONE.with(whole.elasticity()).with(whole.border())
                    : Augmentation.NONE;
        }
    },
    /** Scales, turns, shifts. */
    MOTION(Texts.of("augmentation.step.motion")) {
        @Override
        public Augmentation of(Augmentation whole) {
            return whole.motion().isOn()
                    ? Augmentation.NONE.with(whole.motion()).with(whole.border())
                    : Augmentation.NONE;
        }
    },
    /** Holes. */
    CUTOUT(Texts.of("augmentation.step.cutout")) {
        @Override
        public Augmentation of(Augmentation whole) {
            return whole.cutout().isOn() ? Augmentation.NONE.with(whole.cutout()) : Augmentation.NONE;
        }
    },
    /** Mirror images. */
    FLIP(Texts.of("augmentation.step.flip")) {
        @Override
        public Augmentation of(Augmentation whole) {
            return Augmentation.NONE.flipped(whole.flip());
        }
    };

    private final String title;

    AugmentationStep(String title) {
        this.title = title;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** This part of an augmentation alone; {@link Augmentation#NONE} where it has none. */
    public abstract Augmentation of(Augmentation whole);
}
