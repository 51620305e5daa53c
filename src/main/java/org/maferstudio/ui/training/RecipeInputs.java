package org.maferstudio.ui.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeFields;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.texts.Texts;

/** The inputs of the form, one for each field of {@link RecipeFields#SECTIONS}; which are relevant follows from their values. */
final class RecipeInputs {
    /** The field of the learning rate of all weights but the classifier's. */
    static final String REST = "optimiser.restLearningRate";

    private static final String BEST_AT = "course.bestAt";
    private static final String MEAN = "network.mean";
    private static final String STD = "network.std";

    /** Which weights are trained; the recipe has {@link #REST} for all three. */
    enum Trained {
        ALL(Texts.of("training.form.trainedWeights.all")),
        OWN_RATE(Texts.of("training.form.trainedWeights.ownRate")),
        CLASSIFIER(Texts.of("training.form.trainedWeights.classifier"));

        private final String title;

        Trained(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final Map<String, RecipeInput> inputs = new LinkedHashMap<>();
    private final ObjectProperty<Trained> trained = new SimpleObjectProperty<>(this, "trained", Trained.ALL);

    RecipeInputs(Recipe recipe) {
        Map<String, Function<Object, String>> checks =
                Map.of(MEAN, this::perChannel, STD, this::perChannel, "resolutions", RecipeInputs::distinct);
        RecipeFields.SECTIONS.stream()
                .flatMap(RecipeFields.Section::fields)
                .forEach(field ->
                        inputs.put(field.id(), new RecipeInput(field, checks.getOrDefault(field.id(), value -> ""))));
        load(recipe);
        of("network.colour").textProperty().addListener((property, old, now) -> {
            of(MEAN).check();
            of(STD).check();
        });
        all().forEach(input -> input.textProperty().addListener((property, old, now) -> updateRelevance()));
        trained.addListener((property, old, now) -> updateRelevance());
        updateRelevance();
    }

    Stream<RecipeInput> all() {
        return inputs.values().stream();
    }

    /** The input of a field, such as {@code course.epochs}. */
    RecipeInput of(String field) {
        return inputs.get(field);
    }

    /** Which weights are trained. */
    ObjectProperty<Trained> trainedProperty() {
        return trained;
    }

    /** Whether every relevant input has a value. */
    boolean isComplete() {
        return all().allMatch(
                        input -> input.isValid() || !input.relevantProperty().get());
    }

    /** Takes the values of a recipe. */
    void load(Recipe recipe) {
        all().forEach(input -> input.load(recipe));
        // The colour may have been loaded after them.
        of(MEAN).check();
        of(STD).check();
        Double rate = recipe.optimiser().restLearningRate();
        trained.set(rate == null ? Trained.ALL : rate == 0 ? Trained.CLASSIFIER : Trained.OWN_RATE);
        if (trained.get() != Trained.OWN_RATE) {
            of(REST).textProperty().set(Double.toString(recipe.optimiser().learningRate() / 100));
        }
    }

    /** Takes the values of a recipe whose fields begin with a path. */
    void load(Recipe recipe, String path) {
        all().filter(input -> input.field().id().startsWith(path)).forEach(input -> input.load(recipe));
    }

    /** The values by field; without those that are not allowed, which are not relevant. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        all().filter(RecipeInput::isValid)
                .forEach(input -> values.put(input.field().id(), input.value()));
        if (trained.get() != Trained.OWN_RATE) {
            values.put(REST, trained.get() == Trained.ALL ? null : 0.0);
        }
        if (!of(BEST_AT).relevantProperty().get()) {
            values.put(BEST_AT, TrainingConfig.At.NATIVE);
        }
        return values;
    }

    private void updateRelevance() {
        all().forEach(input ->
                input.relevantProperty().set(input.field().condition().holds().test(this::text)));
        of(REST).relevantProperty().set(trained.get() == Trained.OWN_RATE);
    }

    private String text(String field) {
        if (field.equals(REST) && trained.get() != Trained.OWN_RATE) {
            return trained.get() == Trained.ALL ? "" : "0";
        }
        return of(field).isValid() ? of(field).textProperty().get() : "";
    }

    private String perChannel(Object numbers) {
        int channels = of("network.colour").textProperty().get().equals("grey") ? 1 : 3;
        int size = ((List<?>) numbers).size();
        if (size == 0 || size == channels) {
            return "";
        }
        return channels == 1
                ? Texts.of("training.form.numbers.error.one")
                : Texts.of("training.form.numbers.error.three");
    }

    private static String distinct(Object numbers) {
        List<?> list = (List<?>) numbers;
        return Set.copyOf(list).size() == list.size() ? "" : Texts.of("training.form.resolutions.error.repeated");
    }
}
