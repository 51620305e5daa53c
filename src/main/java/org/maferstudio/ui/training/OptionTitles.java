package org.maferstudio.ui.training;

import java.util.Locale;
import java.util.Map;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.texts.Texts;

/** Titles of the options of the form's choices. */
final class OptionTitles {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry(NetworkSpec.SE_RESNET_18, Texts.of("training.form.network.seResNet18")),
            Map.entry(NetworkSpec.SE_RESNET_50, "SE-ResNet-50"),
            Map.entry("adamw", "AdamW"),
            Map.entry("sgd", "SGD"),
            Map.entry("rgb", "RGB"),
            Map.entry("bgr", "BGR"),
            Map.entry("gpu:0", "GPU 0"),
            Map.entry("cr", "CR"),
            Map.entry("cr-simplified", "CR-Simplified"),
            Map.entry("cr-affwild2", "CR+AffWild2"),
            Map.entry("grey", Texts.of("training.form.option.grey")),
            Map.entry("grey-as-rgb", Texts.of("training.form.option.greyAsRgb")),
            Map.entry("bilinear", Texts.of("training.form.option.bilinear")),
            Map.entry("bicubic", Texts.of("training.form.option.bicubic")),
            Map.entry("box", Texts.of("training.form.option.box")),
            Map.entry("nearest", Texts.of("training.form.option.nearest")),
            Map.entry("opencv-linear", Texts.of("training.form.option.openCvLinear")),
            Map.entry("mean", Texts.of("training.form.option.mean")),
            Map.entry("sum", Texts.of("training.form.option.sum")),
            Map.entry("use", Texts.of("training.form.option.use")),
            Map.entry("drop", Texts.of("training.form.option.drop")),
            Map.entry("inverse-frequency", Texts.of("training.form.option.inverseFrequency")),
            Map.entry("cosine", Texts.of("training.form.option.cosine")),
            Map.entry("plateau", Texts.of("training.form.option.plateau")),
            Map.entry("step", Texts.of("training.form.option.step")),
            Map.entry("constant", Texts.of("training.form.option.constant")),
            Map.entry("accuracy", Texts.of("training.form.option.accuracy")),
            Map.entry("mean-class-accuracy", Texts.of("training.form.option.meanClassAccuracy")),
            Map.entry("macro-f1", Texts.of("training.form.option.macroF1")),
            Map.entry("loss", Texts.of("training.form.option.loss")),
            Map.entry("loss-with-teacher", Texts.of("training.form.option.lossWithTeacher")),
            Map.entry("native", Texts.of("training.form.option.native")),
            Map.entry("best", Texts.of("training.form.option.best")),
            Map.entry("last", Texts.of("training.form.option.last")),
            Map.entry("repeat", Texts.of("training.form.option.repeat")),
            Map.entry("mirror", Texts.of("training.form.option.mirror")),
            Map.entry("black", Texts.of("training.form.option.black")),
            Map.entry("auto", Texts.of("training.form.option.auto")),
            Map.entry("cpu", Texts.of("training.form.option.cpu")),
            Map.entry("other", Texts.of("training.form.option.other")),
            Map.entry("none", Texts.of("training.form.option.none")),
            Map.entry(RecipeInputs.ALL_ALIKE, Texts.of("training.form.trainedWeights.all")),
            Map.entry(RecipeInputs.OWN_RATE, Texts.of("training.form.trainedWeights.ownRate")),
            Map.entry(RecipeInputs.CLASSIFIER_ALONE, Texts.of("training.form.trainedWeights.classifier")));

    /** Titles that depend on the field, as {@code field=option}. */
    private static final Map<String, String> TITLES_OF_FIELDS = Map.ofEntries(
            Map.entry("objective.teacher.who=base", Texts.of("training.form.teacher.base")),
            Map.entry("objective.teacher.who=file", Texts.of("training.form.teacher.file")),
            Map.entry("objective.teacher.draws=shared", Texts.of("training.form.teacherDraws.shared")),
            Map.entry("objective.teacher.draws=own", Texts.of("training.form.teacherDraws.own")),
            Map.entry("network.baseModel=base", Texts.of("training.form.baseModel.base")),
            Map.entry("augmentation.greyWeights=rgb", Texts.of("training.form.greyWeights.rgb")),
            Map.entry("augmentation.greyWeights=bgr", Texts.of("training.form.greyWeights.bgr")),
            Map.entry("network.frozenBatchNorms=running", Texts.of("training.form.frozenBatchNorms.running")),
            Map.entry("network.frozenBatchNorms=batch", Texts.of("training.form.frozenBatchNorms.batch")),
            Map.entry("learningRate.watches=best", Texts.of("training.form.watches.best")),
            Map.entry("course.bestAt=low", Texts.of("training.form.bestAt.low")),
            Map.entry("course.bestAt=mean", Texts.of("training.form.bestAt.mean")));

    private OptionTitles() {}

    /** The title of an option of a field. */
    static String of(String field, String option) {
        String ofField = TITLES_OF_FIELDS.get(field + "=" + option);
        return ofField == null ? of(option) : ofField;
    }

    private static String of(String option) {
        String spaced = option.replace('-', ' ');
        return TITLES.getOrDefault(option, spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1));
    }
}
