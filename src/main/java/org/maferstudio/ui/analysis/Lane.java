package org.maferstudio.ui.analysis;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.painting.Palette;

/**
 * One network on the timeline: the probabilities of the classes stacked to 1, and below them a strip in the colour of the
 * predicted class, thin where the network is unsure; empty where the face is not seen.
 */
final class Lane extends TimelineLane {
    private static final double STRIP = 7;
    private static final double GAP = 2;
    private static final Color UNSURE = Color.gray(0.5);

    private final LabelSet labels;

    Lane(FilmPlayer player, int network) {
        super(player, network);
        this.labels = player.readings().networks().get(network).labels();
    }

    @Override
    double height() {
        return super.height() - STRIP - GAP;
    }

    @Override
    void draw(GraphicsContext context, TimelineBins bins, int columns) {
        double height = height();
        for (int column = 0; column < columns; column++) {
            stack(context, bins.probabilities()[column], column, height);
            int predicted = bins.predicted()[column];
            if (predicted == TimelineBins.UNSURE) {
                context.setFill(UNSURE);
                context.fillRect(column, height + GAP + STRIP / 2 - 1, 1, 2);
            } else if (predicted >= 0) {
                context.setFill(colour(predicted));
                context.fillRect(column, height + GAP, 1, STRIP);
            }
        }
    }

    private void stack(GraphicsContext context, double[] probabilities, int column, double height) {
        if (probabilities == null) {
            return;
        }
        double top = height;
        for (int label = 0; label < probabilities.length; label++) {
            double tall = height * probabilities[label];
            top -= tall;
            context.setFill(colour(label));
            context.fillRect(column, top, 1, tall);
        }
    }

    private Color colour(int label) {
        return Color.web(Palette.hex(Palette.of(labels, label)));
    }
}
