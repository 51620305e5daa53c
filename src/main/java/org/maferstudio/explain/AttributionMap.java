package org.maferstudio.explain;

import java.util.Arrays;
import java.util.List;

/**
 * How much each part of an image speaks for a class, on a grid of cells.
 *
 * @param rows one row of cells each, from the top; positive values speak for the class
 * @param left where the grid begins, as a share of the image's width
 * @param top where it begins, as a share of the height
 * @param right where it ends
 * @param bottom where it ends
 */
public record AttributionMap(List<List<Double>> rows, double left, double top, double right, double bottom) {
    public AttributionMap {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A map over the whole image. */
    static AttributionMap whole(double[][] values) {
        return within(values, 0, 0, 1, 1);
    }

    static AttributionMap within(double[][] values, double left, double top, double right, double bottom) {
        List<List<Double>> rows = Arrays.stream(values)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        return new AttributionMap(rows, left, top, right, bottom);
    }

    /**
     * The mean of maps with the same grid.
     *
     * @param maps at least one
     */
    static AttributionMap mean(List<AttributionMap> maps) {
        AttributionMap first = maps.get(0);
        double[][] sums = new double[first.rows.size()][first.rows.get(0).size()];
        for (AttributionMap map : maps) {
            for (int y = 0; y < sums.length; y++) {
                for (int x = 0; x < sums[y].length; x++) {
                    sums[y][x] += map.rows.get(y).get(x) / maps.size();
                }
            }
        }
        return within(sums, first.left, first.top, first.right, first.bottom);
    }

    /** The largest distance from 0. */
    public double largest() {
        return rows.stream().flatMap(List::stream).mapToDouble(Math::abs).max().orElse(0);
    }

    /**
     * The value at a place, interpolated between the centres of cells; 0 outside the grid.
     *
     * @param across as a share of the image's width
     * @param down as a share of its height
     */
    public double at(double across, double down) {
        if (across < left || across > right || down < top || down > bottom) {
            return 0;
        }
        double x = (across - left) / (right - left) * rows.get(0).size() - 0.5;
        double y = (down - top) / (bottom - top) * rows.size() - 0.5;
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double upper = between(cell(column, row), cell(column + 1, row), x - column);
        double lower = between(cell(column, row + 1), cell(column + 1, row + 1), x - column);
        return between(upper, lower, y - row);
    }

    /** Beyond the edge the nearest cell counts. */
    private double cell(int column, int row) {
        List<Double> cells = rows.get(Math.max(0, Math.min(rows.size() - 1, row)));
        return cells.get(Math.max(0, Math.min(cells.size() - 1, column)));
    }

    private static double between(double a, double b, double share) {
        return a + share * (b - a);
    }
}
