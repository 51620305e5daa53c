package org.maferstudio.ui.training;

import java.util.Locale;
import java.util.Map;
import org.maferstudio.network.NetworkSpec;

/** What the options of the form's choices are called for people. */
final class OptionTitles {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry(NetworkSpec.SE_RESNET_18, "SE-ResNet-18, compact"),
            Map.entry(NetworkSpec.SE_RESNET_50, "SE-ResNet-50"),
            Map.entry("adamw", "AdamW"),
            Map.entry("sgd", "SGD"),
            Map.entry("rgb", "RGB"),
            Map.entry("bgr", "BGR"),
            Map.entry("grey-as-rgb", "Grey as RGB"),
            Map.entry("macro-f1", "Macro F1"),
            Map.entry("none", "None"),
            Map.entry("base", "The base network"),
            Map.entry("file", "Another network"),
            Map.entry("best", "The measure of the best"),
            Map.entry("low", "The low resolution"),
            Map.entry("mean", "The mean of both"),
            Map.entry("cr", "CR"),
            Map.entry("cr-simplified", "CR-Simplified"),
            Map.entry("cr-affwild2", "CR+AffWild2"),
            Map.entry(RecipeInputs.ALL_ALIKE, "All weights alike"),
            Map.entry(RecipeInputs.OWN_RATE, "The rest at its own rate"),
            Map.entry(RecipeInputs.CLASSIFIER_ALONE, "The classifier alone"));

    private OptionTitles() {}

    /** The name of an option for people. */
    static String of(String option) {
        String spaced = option.replace('-', ' ');
        return TITLES.getOrDefault(option, spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1));
    }
}
