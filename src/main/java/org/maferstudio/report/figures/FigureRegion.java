package org.maferstudio.report.figures;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.maferstudio.schedule.Resolution;

/**
 * A place in a painted figure that stands for samples: a bar, a point of a curve, a cell of a heat map.
 *
 * @param bounds where it lies in the painted rectangle
 * @param series which network, from 0
 * @param label the class of the samples; {@link #ALL} for all classes
 * @param resolution at which the network saw them; empty for the one that the whole figure is of
 * @param text what it says, for people
 */
public record FigureRegion(Rectangle2D bounds, int series, int label, Optional<Resolution> resolution, String text) {
    /** Every class. */
    public static final int ALL = -1;
}
