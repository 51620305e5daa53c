package org.maferstudio.faces;

/**
 * The position of a face in a frame; it may extend beyond the frame.
 *
 * @param x of its left edge, in pixels
 * @param y of its upper edge, in pixels
 * @param width in pixels, positive
 * @param height in pixels, positive
 */
public record FaceBounds(double x, double y, double width, double height) {
    public FaceBounds {
        if (!(width > 0 && height > 0) || !Double.isFinite(x + y + width + height)) {
            throw new IllegalArgumentException(
                    "a box has a place and a size, got " + width + "x" + height + " at " + x + "," + y);
        }
    }

    /** In pixels. */
    public double centreX() {
        return x + width / 2;
    }

    /** In pixels. */
    public double centreY() {
        return y + height / 2;
    }

    /** In square pixels. */
    public double area() {
        return width * height;
    }

    /** Intersection over union with another box: 0 if they do not overlap, 1 if they are equal. */
    public double overlap(FaceBounds other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        return w * h / (area() + other.area() - w * h);
    }

    /** Whether a point lies in this box. */
    public boolean contains(double pointX, double pointY) {
        return pointX >= x && pointX <= x + width && pointY >= y && pointY <= y + height;
    }

    /** Whether another box lies inside this one. */
    boolean contains(FaceBounds other) {
        return other.x >= x
                && other.y >= y
                && other.x + other.width <= x + width
                && other.y + other.height <= y + height;
    }

    /** Interpolates between this box and another: 0 is this one, 1 the other. */
    FaceBounds towards(FaceBounds other, double share) {
        return new FaceBounds(
                x + share * (other.x - x),
                y + share * (other.y - y),
                width + share * (other.width - width),
                height + share * (other.height - height));
    }
}
