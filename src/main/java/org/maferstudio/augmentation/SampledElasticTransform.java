package org.maferstudio.augmentation;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An elasticity, drawn.
 *
 * @param sheared where a point of the picture goes, before it is displaced
 * @param noise the seed of the displacements; empty for none
 */
record SampledElasticTransform(Affine sheared, Optional<Long> noise) {
    static final SampledElasticTransform NONE = new SampledElasticTransform(Affine.IDENTITY, Optional.empty());

    /** Draws for a square picture, as far as it is asked for. */
    static SampledElasticTransform draw(ElasticTransform elasticity, int size, RandomGenerator random) {
        if (!elasticity.isOn() || !Chance.happens(elasticity.p(), random)) {
            return NONE;
        }
        Affine sheared = Affine.ofCorners(size, elasticity.corners(), random);
        return new SampledElasticTransform(
                sheared, elasticity.alpha() > 0 ? Optional.of(random.nextLong()) : Optional.empty());
    }

    boolean isNone() {
        return equals(NONE);
    }
}
