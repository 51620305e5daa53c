package org.maferstudio.ui.embedding;

import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.painting.ColourScale;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** What is known of every dot, as its colour. */
enum ColourBy implements Colouring {
    LABEL(Texts.of("embedding.colours.label")),
    PREDICTION(Texts.of("embedding.colours.prediction")),
    CORRECT(Texts.of("embedding.colours.correct")),
    CONFIDENCE(Texts.of("embedding.colours.confidence")),
    RESOLUTION(Texts.of("embedding.colours.resolution")),
    GROUP(Texts.of("embedding.colours.group")),
    SPLIT(Texts.of("embedding.colours.split"));

    private static final int BINS = 5;
    private static final int MOST_GROUPS = 24;
    private static final Color RIGHT = new Color(0x0072B2);
    private static final Color WRONG = new Color(0xE69F00);
    private static final ColourScale SCALE = new ColourScale(
            List.of(new Color(0xF0C05A), new Color(0xD8763C), new Color(0xA33E6B), new Color(0x4B2A8C)));

    private final String title;

    ColourBy(String title) {
        this.title = title;
    }

    /** A colour for each of some ordered values, dark for the first. */
    static Color onScale(String key, List<String> keys) {
        return SCALE.at(keys.size() < 2 ? 1 : 1 - keys.indexOf(key) / (keys.size() - 1.0));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String key(EmbeddingRow row) {
        return switch (this) {
            case LABEL -> Integer.toString(row.label());
            case PREDICTION -> Integer.toString(row.predicted());
            case CORRECT -> row.isLabelled() ? row.correct() ? "right" : "wrong" : "";
            case CONFIDENCE -> Integer.toString(Math.min(BINS - 1, (int) (row.confidence() * BINS)));
            case RESOLUTION -> row.resolution().id();
            case GROUP -> row.group();
            case SPLIT -> row.split();
        };
    }

    @Override
    public Comparator<String> order() {
        return switch (this) {
            case LABEL, PREDICTION, CONFIDENCE -> Comparator.comparingInt(Integer::parseInt);
            case RESOLUTION -> Comparator.comparing(Resolution::parse);
            case CORRECT, GROUP, SPLIT -> Comparator.naturalOrder();
        };
    }

    @Override
    public int most() {
        return this == GROUP ? MOST_GROUPS : Integer.MAX_VALUE;
    }

    @Override
    public String title(LabelSet labels, String key) {
        return switch (this) {
            case LABEL, PREDICTION -> labels.title(Integer.parseInt(key));
            case CORRECT ->
                key.equals("right") ? Texts.of("embedding.legend.correct") : Texts.of("embedding.legend.incorrect");
            case CONFIDENCE -> {
                int bin = Integer.parseInt(key);
                yield Texts.of("embedding.legend.confidenceRange", 100 * bin / BINS, 100 * (bin + 1) / BINS);
            }
            case RESOLUTION ->
                key.equals(Resolution.NATIVE_ID)
                        ? Texts.of("embedding.legend.native")
                        : Texts.of("embedding.pixels.label", key);
            case GROUP, SPLIT -> key.isEmpty() ? Texts.of("embedding.legend.unknownGroup") : key;
        };
    }

    @Override
    public Color colour(LabelSet labels, String key, List<String> keys) {
        return switch (this) {
            case LABEL, PREDICTION -> Palette.of(labels, Integer.parseInt(key));
            case CORRECT -> key.equals("right") ? RIGHT : WRONG;
            case CONFIDENCE -> SCALE.at(1 - Integer.parseInt(key) / (BINS - 1.0));
            case RESOLUTION, SPLIT -> onScale(key, keys);
            case GROUP -> Color.getHSBColor((Math.floorMod(key.hashCode() * 31, 360)) / 360f, 0.65f, 0.8f);
        };
    }
}
