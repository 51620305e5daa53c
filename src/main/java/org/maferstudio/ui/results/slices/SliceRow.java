package org.maferstudio.ui.results.slices;

import java.util.Optional;
import org.maferstudio.report.comparison.Comparison;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.slices.Slice;
import org.maferstudio.slices.SliceDifference;
import org.maferstudio.texts.Numbers;

/**
 * A slice in the table, at one resolution.
 *
 * @param slice evaluated at the resolution
 * @param difference of the other network from the first; empty if there is no other
 */
record SliceRow(Slice slice, Resolution resolution, Optional<SliceDifference> difference) {
    /** The value of the column, the same in every language. */
    String value() {
        return slice.value();
    }

    /** The value as it is shown. */
    String title() {
        return slice.title();
    }

    int n() {
        return (int) slice.at(resolution).scores().n();
    }

    double accuracy() {
        return slice.accuracy(resolution);
    }

    /** Accuracy with its interval, in percent. */
    String accuracyText() {
        return Numbers.percent(accuracy()) + " (" + slice.interval(resolution).percent() + ")";
    }

    /** Difference in points with its interval; empty if there is none. */
    String differenceText() {
        return difference
                .map(each -> Comparison.signed(each.difference()) + " (" + Comparison.signed(each.interval()) + ")")
                .orElse("");
    }

    /** The corrected p-value; empty if there is none. */
    String pText() {
        return difference.map(each -> Comparison.pText(each.p())).orElse("");
    }
}
