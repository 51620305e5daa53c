package org.maferstudio.series;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.maferstudio.recipe.RecipePreset;

/** The names of settings for people, in the language of the system. */
public final class SettingTitle {
    private SettingTitle() {}

    /** The values of what varies, such as {@code Learning rate 0.001, Batch size 32}; empty if nothing varies. */
    public static String of(Map<String, String> varied) {
        return varied.entrySet().stream()
                .map(each -> of(new SweepTarget(each.getKey()), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** One value with what it is of; presets have titles of their own, and names speak for themselves. */
    private static String of(SweepTarget target, String value) {
        return target.equals(SweepTarget.PRESET) || target.equals(SweepTarget.NAME)
                ? value(target, value)
                : target.label() + " " + value;
    }

    /** A value: that of a preset by its title. */
    public static String value(SweepTarget target, String value) {
        return target.equals(SweepTarget.PRESET)
                ? Arrays.stream(RecipePreset.values())
                        .filter(preset -> preset.id().equals(value))
                        .findFirst()
                        .map(RecipePreset::title)
                        .orElse(value)
                : value;
    }
}
