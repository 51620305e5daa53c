package org.maferstudio.film;

/**
 * Place, pose and light of a painted head.
 *
 * @param x of the middle of the head, in pixels
 * @param y of the middle of the head, in pixels
 * @param unit half the height of the head, in pixels
 * @param yaw degrees to the right of the image
 * @param pitch degrees downwards
 * @param roll degrees clockwise
 * @param light degrees of the light from above, positive to the right
 */
record PortraitScene(double x, double y, double unit, double yaw, double pitch, double roll, double light) {
    /** A frontal head of which {@code unit} pixels are half the height, in the middle of an image of this size. */
    static PortraitScene frontal(int width, int height, double unit) {
        return new PortraitScene(width / 2.0, height / 2.0, unit, 0, 0, 0, -40);
    }
}
