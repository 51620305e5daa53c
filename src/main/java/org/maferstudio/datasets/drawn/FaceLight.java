package org.maferstudio.datasets.drawn;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.maferstudio.image.RasterImage;

/** Simulates the camera: light from one side, blur, noise. */
public final class FaceLight {
    private final FaceScene scene;
    private final int side;

    public FaceLight(FaceScene scene, int side) {
        this.scene = scene;
        this.side = side;
    }

    /** Halves a drawing of twice the side, lights it, blurs it, adds noise. */
    public RasterImage develop(BufferedImage drawing, SplittableRandom random) {
        float[] values = halve(drawing);
        light(values);
        if (scene.blur() > 0.05) {
            blur(values, scene.blur() * side / DrawnFaces.SIDE);
        }
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            double noise = scene.noise() == 0 ? 0 : scene.noise() * bell(random);
            bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(values[i] + noise)));
        }
        return new RasterImage(side, side, 3, bytes);
    }

    /** Approximately normal, with mean 0 and standard deviation 1. */
    private static double bell(SplittableRandom random) {
        long bits = random.nextLong();
        double sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
        return (sum / 65535.0 - 2) * Math.sqrt(3);
    }

    private float[] halve(BufferedImage drawing) {
        int[] rgb = drawing.getRGB(0, 0, 2 * side, 2 * side, null, 0, 2 * side);
        float[] values = new float[side * side * 3];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int i = 4 * y * side + 2 * x;
                int[] four = {rgb[i], rgb[i + 1], rgb[i + 2 * side], rgb[i + 2 * side + 1]};
                for (int c = 0; c < 3; c++) {
                    int shift = 16 - 8 * c;
                    int sum = (four[0] >> shift & 255)
                            + (four[1] >> shift & 255)
                            + (four[2] >> shift & 255)
                            + (four[3] >> shift & 255);
                    values[(y * side + x) * 3 + c] = sum / 4f;
                }
            }
        }
        return values;
    }

    /** Lambert's law on a sphere at the head, and a soft gradient elsewhere. */
    private void light(float[] values) {
        FaceScene.Light light = scene.light();
        double angle = Math.toRadians(light.angle());
        double lx = StrictMath.sin(angle) * 0.75;
        double ly = -StrictMath.cos(angle) * 0.75;
        double lz = Math.sqrt(1 - lx * lx - ly * ly);
        double radius = 1.06 * DrawnFaces.HEAD * scene.scale();
        double[] gains = {1 + 0.09 * light.warmth(), 1, 1 - 0.13 * light.warmth()};
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double u = ((x + 0.5) / side - 0.5 - scene.shiftX()) / radius;
                double v = ((y + 0.5) / side - DrawnFaces.MIDDLE - scene.shiftY()) / radius;
                double r2 = u * u * 1.45 + v * v;
                double depth = Math.sqrt(Math.max(0, 1 - r2));
                double facing = u * lx + v * ly + depth * lz;
                double ball = 1 + light.strength() * 0.75 * (Math.max(0, facing) - 0.72);
                double flat = 1 + light.strength() * 0.25 * (u * lx + v * ly);
                double near = Math.max(0, Math.min(1, (1.1 - r2) / 0.35));
                double gain = light.brightness() * (near * ball + (1 - near) * flat);
                for (int c = 0; c < 3; c++) {
                    values[(y * side + x) * 3 + c] *= (float) (gain * gains[c]);
                }
            }
        }
    }

    /** As many passes of three pixels in both directions as the width needs; their variances add up. */
    private void blur(float[] values, double sigma) {
        double variance = sigma * sigma;
        int passes = (int) Math.ceil(variance / 0.5);
        for (int i = 0; i < passes; i++) {
            float edge = (float) (variance / passes / 2);
            pass(values, 3, edge);
            pass(values, 3 * side, edge);
        }
    }

    private static void pass(float[] values, int step, float edge) {
        float[] before = values.clone();
        for (int i = step; i < values.length - step; i++) {
            values[i] = before[i] * (1 - 2 * edge) + edge * (before[i - step] + before[i + step]);
        }
    }
}
