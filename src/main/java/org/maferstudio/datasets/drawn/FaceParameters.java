package org.maferstudio.datasets.drawn;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.maferstudio.expression.Expression;

/**
 * The activation of each action unit of a drawn face.
 *
 * @param units from 0 (at rest) to 1 (maximum); missing units are at rest
 */
public record FaceParameters(Map<FaceUnit, Double> units) {
    /** A face at rest. */
    public static final FaceParameters REST = new FaceParameters(Map.of());

    public FaceParameters {
        units.forEach((unit, value) -> {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a unit acts from 0 to 1, got " + unit + " = " + value);
            }
        });
        units = Map.copyOf(units);
    }

    /** The activation of a unit, 0 to 1. */
    public double get(FaceUnit unit) {
        return units.getOrDefault(unit, 0.0);
    }

    /** The prototypical face of an expression at full strength. */
    public static FaceParameters of(Expression expression) {
        return variants(expression).get(0);
    }

    /** Interpolates linearly between this face and another: 0 is this one, 1 the other. */
    public FaceParameters blend(FaceParameters other, double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("a blend's weight must be from 0 to 1, got " + weight);
        }
        Map<FaceUnit, Double> blended = new EnumMap<>(FaceUnit.class);
        for (FaceUnit unit : FaceUnit.values()) {
            blended.put(unit, Math.min(1, get(unit) * (1 - weight) + other.get(unit) * weight));
        }
        return new FaceParameters(blended);
    }

    /** Draws a random instance of an expression: a variant, its strength, and small deviations of each unit. */
    public static FaceParameters random(Expression expression, SplittableRandom random) {
        List<FaceParameters> variants = variants(expression);
        FaceParameters variant = variants.get(random.nextInt(variants.size()));
        double strength = random.nextDouble(0.6, 1.1);
        Map<FaceUnit, Double> units = new EnumMap<>(FaceUnit.class);
        for (FaceUnit unit : FaceUnit.values()) {
            double own = random.nextDouble(0.75, 1.2);
            double idle = Math.max(0, random.nextDouble(-0.1, 0.1));
            double value = variant.get(unit) * strength * own + (unit == FaceUnit.TONGUE_SHOW ? 0 : idle);
            units.put(unit, Math.min(1, value));
        }
        return new FaceParameters(units);
    }

    /** The variants of an expression, the prototypical one first; units after Ekman and Friesen's EMFACS. */
    private static List<FaceParameters> variants(Expression expression) {
        return switch (expression) {
            case ANGER -> List.of(coded("4:100 5:35 7:60 24:100 17:40"), coded("4:100 5:50 7:50 20:25 25:90"));
            case DISGUST ->
                List.of(
                        coded("9:100 10:100 25:60 4:45 6:50 7:50 15:40"),
                        coded("9:100 10:70 25:70 26:30 19:100 4:40 7:70 15:50"));
            case FEAR ->
                List.of(
                        coded("1:100 2:30 4:40 5:100 7:20 20:100 25:90 26:15"),
                        coded("1:100 2:40 4:50 5:90 20:90 25:60 26:5"));
            case HAPPINESS -> List.of(coded("6:90 12:100 25:100 26:15"), coded("6:70 12:95"));
            case SADNESS -> List.of(coded("1:100 4:35 15:100 17:50 41:70"), coded("1:90 4:20 15:90 17:80 41:40"));
            case SURPRISE -> List.of(coded("1:90 2:100 5:80 25:100 26:100"), coded("1:100 2:100 5:100 25:80 26:60"));
            case NEUTRAL -> List.of(REST);
            case CONTEMPT -> List.of(coded("14:100 41:30"));
        };
    }

    /** Parses units in coders' notation: the unit's number, then its strength in percent. */
    private static FaceParameters coded(String code) {
        Map<FaceUnit, Double> units = new EnumMap<>(FaceUnit.class);
        for (String part : code.split(" ")) {
            int colon = part.indexOf(':');
            FaceUnit unit = FaceUnit.of(Integer.parseInt(part.substring(0, colon)));
            units.put(unit, Integer.parseInt(part.substring(colon + 1)) / 100.0);
        }
        return new FaceParameters(units);
    }
}
