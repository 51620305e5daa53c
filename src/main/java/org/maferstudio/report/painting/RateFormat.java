package org.maferstudio.report.painting;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.Locale;
import org.maferstudio.texts.Numbers;

/** Writes learning rates: 0.0005, but 2e-6, which has too many zeros to count. */
public final class RateFormat extends DecimalFormat {
    private static final long serialVersionUID = 1L;
    private static final double SMALL = 1e-4;

    public RateFormat() {
        super("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    @Override
    public StringBuffer format(double value, StringBuffer result, FieldPosition position) {
        // What is left of 0 by rounding is 0.
        boolean small = Math.abs(value) < SMALL && Math.abs(value) > SMALL * 1e-8;
        return small
                ? result.append(Numbers.format("0.##E0").format(value).replace('E', 'e'))
                : super.format(value, result, position);
    }
}
