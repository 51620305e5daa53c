package org.maferstudio.ui.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.embedding.Embedding;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.Embeddings;
import org.maferstudio.experiment.embedding.PlacedFaces;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.embedding.EmbeddingRequest;

/** Which embeddings are shown: each selected network, at each resolution or at all of them together. */
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
        List<Resolution> asked = parse(typed);
        List<List<Resolution>> each =
                together ? List.of(asked) : asked.stream().map(List::of).toList();
        boolean plain = asked.equals(List.of(Resolution.NATIVE));
        List<Panel> wanted = new ArrayList<>();
        for (EmbeddingChoice choice : choices) {
            if (choice.chosenProperty().get()) {
                each.forEach(one -> wanted.add(new Panel(
                        choice.folder(), plain ? choice.title() : choice.title() + " \u00b7 " + title(one), one)));
            }
        }
        return List.copyOf(wanted.subList(0, Math.min(MOST, wanted.size())));
    }

    private static String title(List<Resolution> resolutions) {
        boolean pixels = !resolutions.get(resolutions.size() - 1).isNative();
        return resolutions.stream().map(Resolution::id).collect(Collectors.joining(", ")) + (pixels ? " px" : "");
    }

    /** Parses the typed resolutions; native if there are none. */
    private static List<Resolution> parse(String typed) {
        List<Resolution> asked = Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[,;\\s]+"))
                .flatMap(word -> Resolution.read(word).stream())
                .distinct()
                .toList();
        return asked.isEmpty() ? List.of(Resolution.NATIVE) : asked;
    }

    /**
     * What an experiment has kept for a panel.
     *
     * @param placed the faces that were placed into the embedding
     */
    record Kept(Embedding embedding, Optional<PlacedFaces> placed) {}

    /**
     * What the experiments have kept of these panels, read from disk; empty if they have nothing.
     *
     * @param split of the embeddings; empty for any single split
     */
    static List<Optional<Kept>> saved(List<Panel> panels, Optional<String> split) {
        List<Optional<Kept>> kept = new ArrayList<>();
        for (Panel panel : panels) {
            Embeddings embeddings = new Embeddings(Experiment.open(panel.experiment()));
            kept.add(embeddings.names().stream()
                    .filter(name -> fits(embeddings.readMetadata(name).source(), panel, split))
                    .findFirst()
                    .map(name -> new Kept(embeddings.read(name), embeddings.readPlaced(name))));
        }
        return kept;
    }

    private static boolean fits(EmbeddingMetadata.Source source, Panel panel, Optional<String> split) {
        boolean same = split.map(source.split()::equals)
                .orElseGet(() -> !source.split().equals(EmbeddingRequest.ALL_SPLITS));
        return same && source.resolutions().equals(panel.resolutions());
    }
}
