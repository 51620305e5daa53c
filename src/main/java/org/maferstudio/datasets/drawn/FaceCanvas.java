package org.maferstudio.datasets.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/**
 * Draws on a rotated head.
 *
 * <p>Positions on the face are {@code (u, v)}: u to the right, v downwards, (0, 0) the centre of the head, in units of
 * half a head's height. The face is curved, so nearer parts move more when the head rotates.
 */
public final class FaceCanvas {
    /** Number of line segments between two points of a spline. */
    private static final int STEPS = 10;

    private final Graphics2D graphics;
    private final double sinYaw;
    private final double cosYaw;
    private final double sinPitch;
    private final double cosPitch;

    /** Draws on graphics whose unit is half a head's height and whose origin is the middle of the head. */
    public FaceCanvas(Graphics2D graphics, FaceScene scene) {
        this.graphics = graphics;
        this.sinYaw = StrictMath.sin(Math.toRadians(scene.yaw()));
        this.cosYaw = StrictMath.cos(Math.toRadians(scene.yaw()));
        this.sinPitch = StrictMath.sin(Math.toRadians(scene.pitch()));
        this.cosPitch = StrictMath.cos(Math.toRadians(scene.pitch()));
    }

    /** Blends two colours; 0 is the first. */
    static Color mix(Color a, Color b, double weight) {
        return new Color(
                (int) Math.round(a.getRed() + (b.getRed() - a.getRed()) * weight),
                (int) Math.round(a.getGreen() + (b.getGreen() - a.getGreen()) * weight),
                (int) Math.round(a.getBlue() + (b.getBlue() - a.getBlue()) * weight));
    }

    /** A transparent colour; 1 is opaque. */
    static Color clear(Color color, double opacity) {
        int alpha = (int) Math.round(255 * Math.max(0, Math.min(1, opacity)));
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    /** Fills a smooth closed outline through points on the face. */
    Shape blob(FacePoint... points) {
        return smooth(onFace(points), true);
    }

    /** Draws a smooth open line through points on the face. */
    Shape line(FacePoint... points) {
        return smooth(onFace(points), false);
    }

    /**
     * Fills a smooth closed outline through points on the head's silhouette, which moves little when the head rotates.
     */
    Shape outline(FacePoint... points) {
        return smooth(onSilhouette(points), true);
    }

    /** Draws a smooth open line on the silhouette. */
    Shape edge(FacePoint... points) {
        return smooth(onSilhouette(points), false);
    }

    /** An ellipse on the face. */
    Shape disc(double u, double v, double radiusU, double radiusV) {
        double[] middle = onFace(new FacePoint(u, v));
        double narrow = radiusU * (0.4 + 0.6 * cosYaw);
        return new Ellipse2D.Double(middle[0] - narrow, middle[1] - radiusV, 2 * narrow, 2 * radiusV);
    }

    void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    void stroke(Shape shape, Color color, double width) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** Draws only inside a shape. */
    void inside(Shape shape, Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(shape);
        drawing.run();
        graphics.setClip(before);
    }

    private double[] onFace(FacePoint... points) {
        double[] xy = new double[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            double u = points[i].u();
            double v = points[i].v();
            double depth = 0.72 * Math.sqrt(Math.max(0.04, 1 - u * u / 0.8 - v * v / 1.5));
            xy[2 * i] = u * cosYaw + depth * sinYaw;
            xy[2 * i + 1] = v * cosPitch + depth * sinPitch;
        }
        return xy;
    }

    private double[] onSilhouette(FacePoint... points) {
        double[] xy = new double[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            double v = points[i].v();
            double forward = v > 0 ? 0.35 * v : 0.1 * v;
            xy[2 * i] = points[i].u() + sinYaw * forward;
            xy[2 * i + 1] = v + sinPitch * forward;
        }
        return xy;
    }

    /**
     * A Catmull-Rom spline through all points, converted to short line segments, because versions of Java round curves
     * differently.
     */
    private static Shape smooth(double[] xy, boolean closed) {
        int n = xy.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 0; i < (closed ? n : n - 1); i++) {
            int before = 2 * (closed ? Math.floorMod(i - 1, n) : Math.max(i - 1, 0));
            int from = 2 * i;
            int to = 2 * ((i + 1) % n);
            int after = 2 * (closed ? (i + 2) % n : Math.min(i + 2, n - 1));
            for (int step = 1; step <= STEPS; step++) {
                double t = (double) step / STEPS;
                path.lineTo(
                        spline(xy[before], xy[from], xy[to], xy[after], t),
                        spline(xy[before + 1], xy[from + 1], xy[to + 1], xy[after + 1], t));
            }
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private static double spline(double before, double from, double to, double after, double t) {
        double slopeFrom = (to - before) / 2;
        double slopeTo = (after - from) / 2;
        double bend = 3 * (to - from) - 2 * slopeFrom - slopeTo;
        double twist = 2 * (from - to) + slopeFrom + slopeTo;
        return from + t * (slopeFrom + t * (bend + t * twist));
    }
}
