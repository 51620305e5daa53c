package org.maferstudio.augmentation;

import org.maferstudio.recipe.Augmentation;
import org.maferstudio.texts.Texts;

/** The single transforms of an augmentation, and all of them together, for previews. */
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
    /** A Gaussian blur before the image is resized. */
    BLUR(Texts.of("augmentation.step.blur")) {
        @Override
        public Augmentation of(Augmentation whole) {
            return Augmentation.NONE.blurred(whole.blur(), whole.blurSigma());
        }
    },
    /** Conversion of colour images to grey. */
    GREY(Texts.of("augmentation.step.grey")) {
        @Override
        public Augmentation of(Augmentation whole) {
            return Augmentation.NONE.greyed(whole.grey()).with(whole.greyWeights());
        }
    },
    /** Elastic deformation. */
    ELASTICITY(Texts.of("augmentation.step.elastic")) {
        @Override
        public Augmentation of(Augmentation whole) {
            return whole.elasticity().isOn()
                    ? Augmentation.NONE.with(whole.elasticity()).with(whole.border())
                    : Augmentation.NONE;
        }
    },
    /** Scaling, rotation and shift. */
    MOTION(Texts.of("augmentation.step.motion")) {
        @Override
        public Augmentation of(Augmentation whole) {
            return whole.motion().isOn()
                    ? Augmentation.NONE.with(whole.motion()).with(whole.border())
                    : Augmentation.NONE;
        }
    },
    /** Cutout. */
    CUTOUT(Texts.of("augmentation.step.cutout")) {
        @Override
        public Augmentation of(Augmentation whole) {
            return whole.cutout().isOn() ? Augmentation.NONE.with(whole.cutout()) : Augmentation.NONE;
        }
    },
    /** Horizontal flip. */
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

    /** The displayed name. */
    public String title() {
        return title;
    }

    /** Returns only this step of an augmentation; {@link Augmentation#NONE} if it is disabled. */
    public abstract Augmentation of(Augmentation whole);
}
