package org.maferstudio.augmentation;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.maferstudio.recipe.ElasticTransform;

/**
 * A sampled {@link ElasticTransform}.
 *
 * @param sheared maps points of the image before they are displaced
 * @param noise the seed of the displacements; empty for none
 */
record SampledElasticTransform(Affine sheared, Optional<Long> noise) {
    static final SampledElasticTransform NONE = new SampledElasticTransform(Affine.IDENTITY, Optional.empty());

    /** Draws the parameters for a square image, as far as they are enabled. */
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
