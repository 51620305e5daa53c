package org.maferstudio.ui.training;

import java.util.Locale;
import java.util.Map;
import org.maferstudio.network.NetworkSpec;
import org.maferstudio.texts.Texts;

/** What the options of the form's choices are called for people. */
final class OptionTitles {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry(NetworkSpec.SE_RESNET_18, Texts.of("training.se-resnet-18-compact")),
            Map.entry(NetworkSpec.SE_RESNET_50, "SE-ResNet-50"),
            Map.entry("adamw", "AdamW"),
            Map.entry("sgd", "SGD"),
            Map.entry("rgb", "RGB"),
            Map.entry("bgr", "BGR"),
            Map.entry("grey-as-rgb", Texts.of("training.grey-as-rgb")),
            Map.entry("macro-f1", Texts.of("training.macro-f1")),
            Map.entry("none", Texts.of("training.none")),
            Map.entry("base", Texts.of("training.the-base-network")),
            Map.entry("file", Texts.of("training.another-network")),
            Map.entry("cr", "CR"),
            Map.entry("cr-simplified", "CR-Simplified"),
            Map.entry("cr-affwild2", "CR+AffWild2"),
            Map.entry(RecipeInputs.ALL_ALIKE, Texts.of("training.all-weights-alike")),
            Map.entry(RecipeInputs.OWN_RATE, Texts.of("training.the-rest-at-its-own-rate")),
            Map.entry(RecipeInputs.CLASSIFIER_ALONE, Texts.of("training.the-classifier-alone")));

    /** Options whose name depends on the field, as {@code field=option}. */
    private static final Map<String, String> TITLES_OF_FIELDS = Map.ofEntries(
            Map.entry("objective.teacher.draws=shared", Texts.of("training.form.teacherDraws.shared")),
            Map.entry("objective.teacher.draws=own", Texts.of("training.form.teacherDraws.own")),
            Map.entry("augmentation.greyWeights=rgb", Texts.of("training.form.greyWeights.rgb")),
            Map.entry("augmentation.greyWeights=bgr", Texts.of("training.form.greyWeights.bgr")),
            Map.entry("network.frozenBatchNorms=running", Texts.of("training.form.frozenBatchNorms.running")),
            Map.entry("network.frozenBatchNorms=batch", Texts.of("training.form.frozenBatchNorms.batch")),
            Map.entry("learningRate.watches=best", Texts.of("training.the-measure-of-the-best")),
            Map.entry("course.bestAt=low", Texts.of("training.the-low-resolution")),
            Map.entry("course.bestAt=mean", Texts.of("training.the-mean-of-both")));

    private OptionTitles() {}

    /** The name of an option of a field for people. */
    static String of(String field, String option) {
        String ofField = TITLES_OF_FIELDS.get(field + "=" + option);
        return ofField == null ? of(option) : ofField;
    }

    private static String of(String option) {
        String spaced = option.replace('-', ' ');
        return TITLES.getOrDefault(option, spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1));
    }
}
