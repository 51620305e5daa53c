package org.maferstudio.recipe;

/**
 * An elastic deformation: a random shear, and displacement of every pixel by smoothed noise (Simard et al. 2003).
 *
 * <p>The noise is uniform between -1 and 1, smoothed by a Gaussian and multiplied by {@code alpha}; pixels are those of
 * the network's input.
 *
 * @param p probability, 0 to 1
 * @param alpha strength of the displacement, 0 to 1000
 * @param sigma standard deviation of the Gaussian, in pixels, 0.5 to 100
 * @param corners largest movement of each of the three points of the shear along each axis, in pixels, 0 to 100
 */
public record ElasticTransform(double p, double alpha, double sigma, double corners) {
    /** Disabled. */
    public static final ElasticTransform NONE = new ElasticTransform(0, 50, 5, 5);

    public ElasticTransform {
        RecipeFields.check("augmentation.elasticity.p", p);
        RecipeFields.check("augmentation.elasticity.alpha", alpha);
        RecipeFields.check("augmentation.elasticity.sigma", sigma);
        RecipeFields.check("augmentation.elasticity.corners", corners);
    }

    /** Whether it can change an image. */
    public boolean isOn() {
        return p > 0 && (alpha > 0 || corners > 0);
    }
}
