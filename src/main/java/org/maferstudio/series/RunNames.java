package org.maferstudio.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.texts.Numbers;

/** Names of settings for folders and tables: what differs, short, such as {@code lr-0.001-o-adam}. */
final class RunNames {
    private static final int LONGEST = 60;
    private static final int LONGEST_VALUE = 20;
    private static final MathContext DIGITS = new MathContext(4);
    private static final BigDecimal SMALL = new BigDecimal("1e-4");

    private final Set<String> given = new HashSet<>();

    /** A name that this has not given before; empty for the only setting of a series without a sweep. */
    String unique(Map<String, String> setting) {
        String name = of(setting);
        String unique = name;
        for (int i = 2; !given.add(unique); i++) {
            unique = name + "-" + i;
        }
        return unique;
    }

    private static String of(Map<String, String> setting) {
        List<String> parts = new ArrayList<>();
        setting.forEach((id, value) -> {
            SweepTarget target = new SweepTarget(id);
            parts.add(target.shortName() + "-" + shortValue(target, value));
        });
        String name = String.join("-", parts);
        return name.length() > LONGEST ? "setting" : name;
    }

    /** A value without what no folder's name may have; numbers to four digits. */
    static String shortValue(SweepTarget target, String value) {
        if (target.isNumber() && !value.isEmpty()) {
            BigDecimal number = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
            boolean small = number.signum() != 0 && number.abs().compareTo(SMALL) < 0;
            return small ? Numbers.format("0.###E0").format(number).toLowerCase(Locale.ROOT) : number.toPlainString();
        }
        String text =
                target.equals(SweepTarget.DATASET) ? DatasetSource.ofLine(value).shortText() : value;
        String plain = Workspace.fileName(text.isEmpty() ? "none" : text);
        return plain.length() > LONGEST_VALUE ? plain.substring(0, LONGEST_VALUE) : plain;
    }
}
