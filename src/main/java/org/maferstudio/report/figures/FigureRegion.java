package org.maferstudio.report.figures;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.maferstudio.schedule.Resolution;

/**
 * A region of a painted figure that represents samples: a bar, a point of a curve, or a cell of a heat map.
 *
 * @param bounds in the painted rectangle
 * @param series the index of the network, from 0
 * @param label the class of the samples; {@link #ALL} for all classes
 * @param resolution of the input; empty for the resolution of the whole figure
 * @param text the tooltip
 */
public record FigureRegion(Rectangle2D bounds, int series, int label, Optional<Resolution> resolution, String text) {
    /** Every class. */
    public static final int ALL = -1;
}
