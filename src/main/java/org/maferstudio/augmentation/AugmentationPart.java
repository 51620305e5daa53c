package org.maferstudio.augmentation;

/** The transforms of an augmentation one by one, and all of them together, to look at. */
public enum AugmentationPart {
    /** All of them. */
    ALL("All together") {
        @Override
        public Augmentation of(Augmentation whole) {
            return whole;
        }
    },
    /** A random crop, before or after resizing. */
    CROP("Crop") {
        @Override
        public Augmentation of(Augmentation whole) {
            return whole.randomCrop() || whole.cropFirst() > 0
                    ? Augmentation.NONE.cropped(whole.cropFirst())
                    : Augmentation.NONE;
        }
    },
    /** Colour pictures turn grey. */
    GREY("Grey") {
        @Override
        public Augmentation of(Augmentation whole) {
            return Augmentation.NONE.greyed(whole.grey());
        }
    },
    /** Bends. */
    ELASTICITY("Elastic") {
        @Override
        public Augmentation of(Augmentation whole) {
            return whole.elasticity().isOn()
                    ? Augmentation.NONE.with(whole.elasticity()).with(whole.border())
                    : Augmentation.NONE;
        }
    },
    /** Scales, turns, shifts. */
    MOTION("Motion") {
        @Override
        public Augmentation of(Augmentation whole) {
            return whole.motion().isOn()
                    ? Augmentation.NONE.with(whole.motion()).with(whole.border())
                    : Augmentation.NONE;
        }
    },
    /** Holes. */
    CUTOUT("Cut-out") {
        @Override
        public Augmentation of(Augmentation whole) {
            return whole.cutout().isOn() ? Augmentation.NONE.with(whole.cutout()) : Augmentation.NONE;
        }
    },
    /** Mirror images. */
    FLIP("Mirror image") {
        @Override
        public Augmentation of(Augmentation whole) {
            return Augmentation.NONE.flipped(whole.flip());
        }
    };

    private final String title;

    AugmentationPart(String title) {
        this.title = title;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** This part of an augmentation alone; {@link Augmentation#NONE} where it has none. */
    public abstract Augmentation of(Augmentation whole);
}
