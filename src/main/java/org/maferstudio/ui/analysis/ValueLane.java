package org.maferstudio.ui.analysis;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.maferstudio.network.OutputValue;

/** One value of a network on the timeline, such as valence: a line over time, broken where the face is not seen. */
final class ValueLane extends TimelineLane {
    private static final Color ZERO = Color.gray(0.5, 0.5);
    private static final Color LINE = Color.gray(0.5);
    private static final double THICK = 1.5;

    private final int value;
    private final OutputValue scale;

    /**
     * Creates the lane.
     *
     * @param network its place
     * @param value its place among the network's values
     */
    ValueLane(FilmPlayer player, int network, int value) {
        super(player, network);
        this.value = value;
        this.scale = player.readings().networks().get(network).values().get(value);
    }

    @Override
    void draw(GraphicsContext context, TimelineBins bins, int columns) {
        context.setFill(ZERO);
        context.fillRect(0, Math.rint(y(0)), columns, 1);
        double[][] means = bins.values();
        context.setFill(LINE);
        double before = Double.NaN;
        for (int column = 0; column < columns; column++) {
            double y = means[column] == null ? Double.NaN : y(means[column][value]);
            if (!Double.isNaN(y)) {
                // Steep parts are connected.
                double top = Double.isNaN(before) ? y : Math.min(y, before);
                double bottom = Double.isNaN(before) ? y : Math.max(y, before);
                context.fillRect(column, top - THICK / 2, 1, bottom - top + THICK);
            }
            before = y;
        }
    }

    /** The height of a number; those beyond the scale are at its ends. */
    private double y(double number) {
        double share = (number - scale.low()) / (scale.high() - scale.low());
        double room = height() - THICK - 1;
        return THICK / 2 + room * (1 - Math.max(0, Math.min(1, share)));
    }
}
