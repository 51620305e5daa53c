package org.maferstudio.augmentation;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An elasticity, drawn.
 *
 * @param sheared where a point of the picture goes, before it is displaced
 * @param noise the seed of the displacements; empty for none
 */
record Bend(Affine sheared, Optional<Long> noise) {
    static final Bend NONE = new Bend(Affine.IDENTITY, Optional.empty());

    /** Draws for a square picture, as far as it is asked for. */
    static Bend draw(Elasticity elasticity, int size, RandomGenerator random) {
        if (!elasticity.isOn() || !Chance.happens(elasticity.p(), random)) {
            return NONE;
        }
        Affine sheared = Affine.ofCorners(size, elasticity.corners(), random);
        return new Bend(sheared, elasticity.alpha() > 0 ? Optional.of(random.nextLong()) : Optional.empty());
    }

    boolean isNone() {
        return equals(NONE);
    }
}
