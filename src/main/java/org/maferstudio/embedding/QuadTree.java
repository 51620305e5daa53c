package org.maferstudio.embedding;

import java.util.Arrays;

/**
 * A quad tree over points of the plane, for the repulsion of t-SNE (Barnes and Hut 1986; van der Maaten 2014).
 *
 * <p>Points are sorted along a Z-order curve, so that each cell is a range of them. Nodes are stored in depth-first
 * order, each with the node that follows its subtree: a traversal is a loop without a stack. All arrays are reused by
 * the next {@link #build}.
 */
final class QuadTree {
    /** Halvings of the plane that a Z-order code can express. */
    private static final int DEPTH = 16;

    /** Cells of this many points are not divided further. */
    private static final int BUCKET = 4;

    private static final int RADIX_BITS = 11;
    private static final int RADIX = 1 << RADIX_BITS;

    private final double[] x;
    private final double[] y;
    private final double squaredTheta;
    private long[] keys;
    private long[] spare;
    private final int[] counts = new int[RADIX];
    private double side;

    private int nodes;
    private double[] centreX;
    private double[] centreY;
    private double[] mass;
    /** The squared distance above which a node is taken for a single point; negative for a leaf. */
    private double[] reach;
    /** The node after the subtree. */
    private int[] next;

    /**
     * Creates a tree over positions that may move between builds.
     *
     * @param x of each point; not a copy
     * @param y likewise
     * @param theta the side of a cell, divided by its distance, below which it is taken for a single point; 0 for the
     *     exact sum
     */
    QuadTree(double[] x, double[] y, double theta) {
        this.x = x;
        this.y = y;
        squaredTheta = theta * theta;
        keys = new long[x.length];
        spare = new long[x.length];
        // An inner node has at least two children, so there are fewer of them than leaves.
        int most = 2 * x.length;
        centreX = new double[most];
        centreY = new double[most];
        mass = new double[most];
        reach = new double[most];
        next = new int[most];
    }

    /** Builds the tree at the current positions. */
    void build() {
        sort();
        nodes = 0;
        if (keys.length > 0) {
            add(0, keys.length);
        }
    }

    /** The index of the point at a place along the Z-order curve; neighbours on it share most of a traversal. */
    int point(int place) {
        return (int) keys[place];
    }

    private void sort() {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            low = Math.min(low, y[i]);
            high = Math.max(high, y[i]);
        }
        side = Math.max(right - left, high - low);
        double scale = side > 0 ? ((1 << DEPTH) - 1e-6) / side : 0;
        for (int i = 0; i < x.length; i++) {
            int code = spread((int) ((x[i] - left) * scale)) | spread((int) ((y[i] - low) * scale)) << 1;
            keys[i] = (long) code << 32 | i;
        }
        for (int shift = 32; shift < 64; shift += RADIX_BITS) {
            sortDigit(shift);
        }
    }

    /** Puts a 0 between all bits of a number of 16 bits. */
    private static int spread(int bits) {
        int spread = (bits | bits << 8) & 0x00ff00ff;
        spread = (spread | spread << 4) & 0x0f0f0f0f;
        spread = (spread | spread << 2) & 0x33333333;
        return (spread | spread << 1) & 0x55555555;
    }

    /** One pass of a radix sort. */
    private void sortDigit(int shift) {
        Arrays.fill(counts, 0);
        for (long key : keys) {
            counts[(int) (key >>> shift) & RADIX - 1]++;
        }
        int sum = 0;
        for (int digit = 0; digit < RADIX; digit++) {
            int count = counts[digit];
            counts[digit] = sum;
            sum += count;
        }
        for (long key : keys) {
            spare[counts[(int) (key >>> shift) & RADIX - 1]++] = key;
        }
        long[] sorted = spare;
        spare = keys;
        keys = sorted;
    }

    /** Adds the node of a range of points, and its subtree. */
    private void add(int from, int to) {
        int node = nodes++;
        int different = (int) (keys[from] >>> 32) ^ (int) (keys[to - 1] >>> 32);
        if (different == 0) {
            leaf(node, from, to);
            return;
        }
        // Half the number of leading bits that all codes share is the depth of the smallest cell around the points.
        int level = Integer.numberOfLeadingZeros(different) / 2;
        if (to - from <= BUCKET) {
            for (int place = from; place < to; place++) {
                leaf(nodes++, place, place + 1);
            }
        } else {
            int shift = 62 - 2 * level;
            int start = from;
            while (start < to) {
                int end = end(start, to, shift);
                add(start, end);
                start = end;
            }
        }
        gather(node);
        double width = side / (1 << level);
        reach[node] = width * width / squaredTheta;
    }

    /** The end of the range of keys that have the digit of the first. */
    private int end(int start, int to, int shift) {
        long digit = keys[start] >>> shift;
        if (keys[to - 1] >>> shift == digit) {
            return to;
        }
        int low = start;
        int high = to - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (keys[middle] >>> shift == digit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * A point, or several that the finest cell does not tell apart: a 65,536th of the plane, so that the distances
     * between them do not matter.
     */
    private void leaf(int node, int from, int to) {
        double sumX = 0;
        double sumY = 0;
        for (int place = from; place < to; place++) {
            sumX += x[point(place)];
            sumY += y[point(place)];
        }
        mass[node] = to - from;
        centreX[node] = sumX / mass[node];
        centreY[node] = sumY / mass[node];
        reach[node] = -1;
        next[node] = nodes;
    }

    /** The centre of mass of the children of a node. */
    private void gather(int node) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int child = node + 1; child < nodes; child = next[child]) {
            sum += mass[child];
            sumX += mass[child] * centreX[child];
            sumY += mass[child] * centreY[child];
        }
        mass[node] = sum;
        centreX[node] = sumX / sum;
        centreY[node] = sumY / sum;
        next[node] = nodes;
    }

    /**
     * The repulsion of a point by all others, before division by the sum of similarities.
     *
     * @param i its index
     * @param forceX receives the force at its index
     * @param forceY likewise
     * @return the sum of its similarities to all others
     */
    double repel(int i, double[] forceX, double[] forceY) {
        return repel(x[i], y[i], i, forceX, forceY) - 1;
    }

    /**
     * The repulsion of a place by all points, before division by the sum of similarities.
     *
     * @param i where the force is put
     * @param forceX receives the force
     * @param forceY likewise
     * @return the sum of similarities to all points
     */
    double repel(double atX, double atY, int i, double[] forceX, double[] forceY) {
        double nearness = 0;
        double sumX = 0;
        double sumY = 0;
        int node = 0;
        while (node < nodes) {
            double dx = atX - centreX[node];
            double dy = atY - centreY[node];
            double distance = dx * dx + dy * dy;
            if (distance > reach[node]) {
                double similarity = 1 / (1 + distance);
                double weighted = mass[node] * similarity;
                nearness += weighted;
                weighted *= similarity;
                sumX += weighted * dx;
                sumY += weighted * dy;
                node = next[node];
            } else {
                node++;
            }
        }
        forceX[i] = sumX;
        forceY[i] = sumY;
        return nearness;
    }
}
