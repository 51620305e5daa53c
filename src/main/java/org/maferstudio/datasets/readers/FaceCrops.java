package org.maferstudio.datasets.readers;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.files.CsvRows;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Face crops that this program made of a dataset: a table of classes, splits, groups and votes beside the images, and
 * how the faces were cropped. One reader for each alignment, so that the format says which one a dataset has.
 */
public final class FaceCrops implements DatasetReader {
    /** The name of the table. */
    public static final String TABLE = "crops.csv";
    /** The name of the description. */
    public static final String METADATA = "crops.json";
    /** The columns of the table. */
    public static final List<String> COLUMNS = List.of("crop", "class", "split", "group", "votes", "source");

    private static final String NAME = "face-crops";
    private static final String VOTES_BETWEEN = ";";
    private static final Gson JSON = new Gson();

    private final String alignment;

    /**
     * The description of a folder of crops.
     *
     * @param dataset that was cropped, for display; empty if the images have no labels
     * @param classes of the dataset, in order; empty if the images have no labels
     * @param alignment such as {@code eyes}
     * @param size the largest side of a crop, in pixels
     * @param margin around a face, as a share of its side
     * @param paths that were cropped
     * @param complete whether all images were searched
     */
    public record Metadata(
            String dataset,
            List<String> classes,
            String alignment,
            int size,
            double margin,
            List<String> paths,
            boolean complete) {
        public Metadata {
            dataset = dataset == null ? "" : dataset;
            classes = classes == null ? List.of() : List.copyOf(classes);
            alignment = alignment == null ? "" : alignment;
            paths = paths == null ? List.of() : List.copyOf(paths);
        }

        /**
         * Reads a description.
         *
         * @throws Problem if it is none
         */
        public static Metadata of(String text, String name) {
            try {
                Metadata metadata = JSON.fromJson(text, Metadata.class);
                if (metadata != null) {
                    return metadata;
                }
            } catch (JsonParseException | IllegalArgumentException e) {
                throw Problem.input(Texts.of("datasets.format.faceCrops.error.metadata", name), e);
            }
            throw Problem.input(Texts.of("datasets.format.faceCrops.error.metadata", name));
        }
    }

    /** A reader of crops with this alignment, such as {@code eyes}. */
    FaceCrops(String alignment) {
        this.alignment = alignment;
    }

    /** The alignment of datasets with this format, such as {@code eyes}; empty if they are no crops of this program. */
    public static String alignmentOf(String format) {
        List<String> alignments = Arrays.stream(format.split("\\+"))
                .map(each -> each.equals(NAME)
                        ? "none"
                        : each.startsWith(NAME + "-") ? each.substring(NAME.length() + 1) : "")
                .distinct()
                .toList();
        return alignments.size() == 1 ? alignments.get(0) : "";
    }

    /** Votes as text: {@code anger:0.7;fear:0.3}. */
    public static String votes(Map<String, Double> votes) {
        return votes.entrySet().stream()
                .map(vote -> vote.getKey() + ":" + vote.getValue())
                .collect(Collectors.joining(VOTES_BETWEEN));
    }

    @Override
    public String name() {
        return alignment.equals("none") ? NAME : NAME + "-" + alignment;
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.faceCrops.layout", alignment);
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        try {
            return tree.has(TABLE)
                    && tree.has(METADATA)
                    && metadata(tree).alignment().equals(alignment);
        } catch (Problem other) {
            // A file of another program that has this name.
            return false;
        }
    }

    private static Metadata metadata(DatasetTree tree) {
        return Metadata.of(new String(tree.read(METADATA), StandardCharsets.UTF_8), tree.title());
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        Metadata metadata = metadata(tree);
        LabelSet labels = new LabelSet(metadata.classes());
        List<Reading.Entry> entries = new ArrayList<>();
        List<DatasetIssue> damage = new ArrayList<>(tree.damage());
        try (CsvRows rows = new CsvRows(tree.openTable(TABLE), TABLE)) {
            while (rows.next()) {
                ListingStopped.check(progress, tree.name());
                String crop = rows.field("crop");
                if (!tree.has(crop)) {
                    String text = Texts.of("datasets.format.faceCrops.issue.missing", crop, rows.number());
                    damage.add(new DatasetIssue(DatasetIssue.Kind.UNREADABLE, crop, text));
                } else if (!labels.names().contains(rows.field("class"))) {
                    String text = Texts.of("datasets.format.faceCrops.issue.label", crop, rows.field("class"));
                    damage.add(new DatasetIssue(DatasetIssue.Kind.UNKNOWN_LABEL, crop, text));
                } else {
                    entries.add(new Reading.Entry(
                            crop,
                            rows.field("split"),
                            rows.field("class"),
                            rows.field("group"),
                            votes(rows.field("votes"), labels),
                            new FilePixels(tree, crop)));
                }
            }
        }
        return new Reading(metadata.dataset(), true, name(), Reading.Scheme.fixed(labels), entries, damage, List.of());
    }

    private static Map<String, Double> votes(String text, LabelSet labels) {
        Map<String, Double> votes = new LinkedHashMap<>();
        for (String vote : text.isEmpty() ? new String[0] : text.split(VOTES_BETWEEN)) {
            int colon = vote.lastIndexOf(':');
            String label = colon < 0 ? "" : vote.substring(0, colon);
            try {
                double share = Double.parseDouble(vote.substring(colon + 1));
                if (labels.names().contains(label) && share >= 0 && share <= 1) {
                    votes.put(label, share);
                    continue;
                }
            } catch (NumberFormatException e) {
                // The same as an unknown class.
            }
            return Map.of();
        }
        return votes;
    }
}
