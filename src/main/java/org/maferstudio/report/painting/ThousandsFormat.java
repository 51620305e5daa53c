package org.maferstudio.report.painting;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.Locale;

/** Writes 35000 as 35k. */
public final class ThousandsFormat extends DecimalFormat {
    private static final long serialVersionUID = 1L;

    public ThousandsFormat() {
        super("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    @Override
    public StringBuffer format(double value, StringBuffer result, FieldPosition position) {
        if (value >= 1e6) {
            return super.format(value / 1e6, result, position).append('M');
        }
        if (value >= 1000) {
            return super.format(value / 1000, result, position).append('k');
        }
        return super.format(value, result, position);
    }
}
