package org.maferstudio.film;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The momentary face of a painted person: a value of each {@link PortraitParameter}. */
@SuppressWarnings("EnumOrdinal") // the order of the parameters is that of the vectors
final class PortraitFace {
    /** A face at rest. */
    static final PortraitFace REST = of("UPPER_LID:1 LOWER_LID:1 MOUTH_WIDTH:1 LIPS:1");

    private final double[] values;

    private PortraitFace(double[] values) {
        this.values = values;
    }

    /** Takes values in the order of the parameters; values beyond a range are set to its limit. */
    static PortraitFace of(double[] values) {
        double[] limited = new double[values.length];
        for (PortraitParameter parameter : PortraitParameter.values()) {
            int i = parameter.ordinal();
            limited[i] = Math.max(parameter.least(), Math.min(parameter.most(), values[i]));
        }
        return new PortraitFace(limited);
    }

    /** Parses parameters, such as {@code GAP:0.4}; those that are missing are 0. */
    static PortraitFace of(String text) {
        double[] values = new double[PortraitParameter.values().length];
        for (String part : text.split(" ")) {
            int colon = part.indexOf(':');
            values[PortraitParameter.valueOf(part.substring(0, colon)).ordinal()] =
                    Double.parseDouble(part.substring(colon + 1));
        }
        return of(values);
    }

    /** The values in the order of the parameters. */
    double[] values() {
        return values.clone();
    }

    double get(PortraitParameter parameter) {
        return values[parameter.ordinal()];
    }

    /** Interpolates linearly: 0 is this face, 1 the other. */
    PortraitFace blend(PortraitFace other, double weight) {
        double[] blended = new double[values.length];
        for (int i = 0; i < blended.length; i++) {
            blended[i] = values[i] + weight * (other.values[i] - values[i]);
        }
        return of(blended);
    }

    /** Closes the upper lids by this share. */
    PortraitFace blinking(double share) {
        double[] closed = values();
        int lid = PortraitParameter.UPPER_LID.ordinal();
        closed[lid] += share * (PortraitParameter.UPPER_LID.least() - closed[lid]);
        return of(closed);
    }

    /** The form that {@link #of(String)} parses. */
    @Override
    public String toString() {
        Map<PortraitParameter, Double> shown = new EnumMap<>(PortraitParameter.class);
        Arrays.stream(PortraitParameter.values())
                .filter(parameter -> Math.abs(get(parameter)) >= 0.005)
                .forEach(parameter -> shown.put(parameter, get(parameter)));
        return shown.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s:%.2f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" "));
    }
}
