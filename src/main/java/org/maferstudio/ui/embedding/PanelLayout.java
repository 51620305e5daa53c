package org.maferstudio.ui.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maferstudio.experiment.Embedding;
import org.maferstudio.experiment.Embeddings;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.results.Predictions;

/** Which pictures stand side by side: each chosen network, at each resolution or at all of them together. */
final class PanelLayout {
    /** How many there are at most. */
    static final int MOST = 4;

    private PanelLayout() {}

    /**
     * The panels, at most {@link #MOST}.
     *
     * @param typed resolutions as someone has typed them, such as {@code native, 24, 12}
     * @param together whether all resolutions lie in one picture
     */
    static List<Panel> of(List<EmbeddingChoice> choices, String typed, boolean together) {
        List<String> asked = asked(typed);
        List<List<String>> each =
                together ? List.of(asked) : asked.stream().map(List::of).toList();
        boolean plain = asked.equals(List.of(Predictions.NATIVE));
        List<Panel> wanted = new ArrayList<>();
        for (EmbeddingChoice choice : choices) {
            if (choice.chosenProperty().get()) {
                each.forEach(one -> wanted.add(new Panel(
                        choice.folder(), plain ? choice.title() : choice.title() + " \u00b7 " + words(one), one)));
            }
        }
        return List.copyOf(wanted.subList(0, Math.min(MOST, wanted.size())));
    }

    private static String words(List<String> resolutions) {
        boolean pixels = !resolutions.get(resolutions.size() - 1).equals(Predictions.NATIVE);
        return String.join(", ", resolutions) + (pixels ? " px" : "");
    }

    /** What was typed, as far as it is a resolution; native if nothing is. */
    private static List<String> asked(String typed) {
        List<String> asked = Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[,;\\s]+"))
                .filter(word -> word.matches("native|[1-9][0-9]{0,3}"))
                .distinct()
                .toList();
        return asked.isEmpty() ? List.of(Predictions.NATIVE) : asked;
    }

    /** What the experiments have kept of these panels, read from disk; empty where they have nothing. */
    static List<Optional<Embedding>> kept(List<Panel> panels) {
        List<Optional<Embedding>> kept = new ArrayList<>();
        for (Panel panel : panels) {
            Embeddings embeddings = new Embeddings(Experiment.open(panel.experiment()));
            kept.add(embeddings.names().stream()
                    .filter(name ->
                            embeddings.readFacts(name).source().resolutions().equals(panel.resolutions()))
                    .findFirst()
                    .map(embeddings::read));
        }
        return kept;
    }
}
