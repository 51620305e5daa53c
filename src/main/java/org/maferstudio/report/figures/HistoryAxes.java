package org.maferstudio.report.figures;

import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;
import org.maferstudio.report.painting.RateFormat;
import org.maferstudio.texts.Numbers;

/** The axes of the training curves. */
final class HistoryAxes {
    private HistoryAxes() {}

    /** Loss, from 0 to 2 while there are no values. */
    static NumberAxis loss() {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRangeIncludesZero(false);
        axis.setAutoRangeMinimumSize(0.1);
        axis.setDefaultAutoRange(new Range(0, 2));
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        return axis;
    }

    /** Shares in %. */
    static NumberAxis percent() {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRangeIncludesZero(false);
        axis.setAutoRangeMinimumSize(10);
        axis.setDefaultAutoRange(new Range(0, 100));
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        return axis;
    }

    /** Learning rates, starting at 0. */
    static NumberAxis rate() {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRangeIncludesZero(true);
        axis.setAutoRangeMinimumSize(1e-6);
        axis.setDefaultAutoRange(new Range(0, 0.1));
        axis.setNumberFormatOverride(new RateFormat());
        return axis;
    }

    /** Probabilities, with a tick every {@code step}. */
    static NumberAxis probability(double step) {
        // A constant curve at 0 is completely above the axis.
        return new HomeAxis(null, new Range(-0.04, 1.05), step, Numbers.format("0.##"));
    }
}
