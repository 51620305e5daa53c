package org.maferstudio.report.figures;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.data.Range;

/** The axes of the history's parts. */
final class HistoryAxes {
    private HistoryAxes() {}

    /** Of losses, from 0 to 2 while there are none. */
    static NumberAxis loss() {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRangeIncludesZero(false);
        axis.setAutoRangeMinimumSize(0.1);
        axis.setDefaultAutoRange(new Range(0, 2));
        return axis;
    }

    /** Of shares in %. */
    static NumberAxis percent() {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRangeIncludesZero(false);
        axis.setAutoRangeMinimumSize(10);
        axis.setDefaultAutoRange(new Range(0, 100));
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        return axis;
    }

    /** Of learning rates, from 0 on. */
    static NumberAxis rate() {
        NumberAxis axis = new NumberAxis();
        axis.setAutoRangeIncludesZero(true);
        axis.setAutoRangeMinimumSize(1e-6);
        axis.setDefaultAutoRange(new Range(0, 0.1));
        axis.setNumberFormatOverride(new DecimalFormat("0.#####", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        return axis;
    }

    /** Of a probability, with a tick each {@code step}. */
    static NumberAxis probability(double step) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(-0.04, 1.05); // A curve that stays at 0 lies whole above the axis.
        axis.setTickUnit(new NumberTickUnit(step));
        return axis;
    }
}
