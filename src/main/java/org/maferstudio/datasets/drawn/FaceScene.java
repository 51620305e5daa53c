package org.maferstudio.datasets.drawn;

import java.util.SplittableRandom;

/**
 * The scene of a drawn face: pose, light and camera.
 *
 * @param yaw degrees to the right of the image, -30 to 30
 * @param pitch degrees downwards, -30 to 30
 * @param roll degrees clockwise, -30 to 30
 * @param scale the face's size, 1 fills about three quarters of the image's height
 * @param shiftX of the face to the right, as a share of the image's side
 * @param shiftY of the face downwards, as a share of the image's side
 * @param light direction and strength of the light
 * @param blur standard deviation in pixels of an image of 96 pixels, 0 to 3
 * @param noise standard deviation of the sensor noise in grey levels, 0 to 20
 */
public record FaceScene(
        double yaw,
        double pitch,
        double roll,
        double scale,
        double shiftX,
        double shiftY,
        Light light,
        double blur,
        double noise) {
    /**
     * Light from one side.
     *
     * @param angle degrees clockwise from above
     * @param strength 0 (flat) to 1 (the far side dark)
     * @param brightness 1 is as the colours are
     * @param warmth -1 (blue) to 1 (yellow)
     */
    public record Light(double angle, double strength, double brightness, double warmth) {}

    /** A frontal portrait in soft light, without noise. */
    public static final FaceScene PORTRAIT = new FaceScene(0, 0, 0, 1, 0, 0, new Light(-35, 0.35, 1, 0), 0, 0);

    public FaceScene {
        if (Math.abs(yaw) > 30 || Math.abs(pitch) > 30 || Math.abs(roll) > 30) {
            throw new IllegalArgumentException(
                    "a drawn face turns by 30 degrees at most, got " + yaw + ", " + pitch + ", " + roll);
        }
        if (!(scale > 0.2 && scale < 3) || !(blur >= 0 && blur <= 3) || !(noise >= 0 && noise <= 20)) {
            throw new IllegalArgumentException("a scene's scale lies between 0.2 and 3, its blur between 0 and 3, its"
                    + " noise between 0 and 20, got " + scale + ", " + blur + ", " + noise);
        }
    }

    /** Returns a copy with another head pose, in degrees. */
    public FaceScene withPose(double newYaw, double newPitch, double newRoll) {
        return new FaceScene(newYaw, newPitch, newRoll, scale, shiftX, shiftY, light, blur, noise);
    }

    public static FaceScene random(SplittableRandom random) {
        Light light = new Light(
                random.nextDouble(-110, 110),
                random.nextDouble(0.1, 0.6),
                random.nextDouble(0.82, 1.1),
                random.nextDouble(-0.6, 0.8));
        return new FaceScene(
                bell(random, 14),
                bell(random, 9),
                bell(random, 7),
                random.nextDouble(0.94, 1.08),
                bell(random, 0.025),
                bell(random, 0.025),
                light,
                sharp(random),
                random.nextDouble(1, 4.5));
    }

    /** Draws a value between -limit and limit, more often near 0. */
    private static double bell(SplittableRandom random, double limit) {
        return (random.nextDouble() + random.nextDouble() - 1) * limit;
    }

    /** Mostly in focus, sometimes slightly blurred. */
    private static double sharp(SplittableRandom random) {
        double u = random.nextDouble();
        return u * u * 1.1;
    }
}
