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
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.files.CsvRows;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Face crops that this program made of a dataset: a table of classes, splits, groups, votes, valence and arousal beside
 * the images, and how the faces were cropped. One reader for each alignment, so that the format says which one a dataset has.
 */
public final class FaceCrops implements DatasetReader {
    /** The name of the table. */
    public static final String TABLE = "crops.csv";
    /** The name of the description. */
    public static final String METADATA = "crops.json";
    /** The columns of the table. */
    public static final List<String> COLUMNS =
            List.of("crop", "class", "split", "group", "votes", "source", "valence", "arousal");

    private static final String NAME = "face-crops";
    private static final String VOTES_BETWEEN = ";";
    /** Between the format of crops and that of the dataset that was cropped: {@code face-crops-eyes/ck-plus}. */
    private static final String OF = "/";
    /** The first characters of cells that a table does not hold as they are. */
    private static final String ESCAPED = "'=+-@\t";

    private static final Gson JSON = new Gson();

    private final String alignment;

    /**
     * The description of a folder of crops.
     *
     * @param dataset that was cropped, for display; empty if the images have no labels
     * @param format of the dataset that was cropped; empty if the images have no labels
     * @param withoutSplits whether the layout of the dataset has no splits, so that all images are train
     * @param classes of the dataset, in order; empty if the images have no labels
     * @param alignment such as {@code eyes}
     * @param size the largest side of a crop, in pixels
     * @param margin around a face, as a share of its side
     * @param paths that were cropped
     * @param complete whether all images were searched
     */
    public record Metadata(
            String dataset,
            String format,
            boolean withoutSplits,
            List<String> classes,
            String alignment,
            int size,
            double margin,
            List<String> paths,
            boolean complete) {
        public Metadata {
            dataset = dataset == null ? "" : dataset;
            format = format == null ? "" : format;
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
                .map(each -> each.split(OF)[0])
                .map(each -> each.equals(NAME)
                        ? "none"
                        : each.startsWith(NAME + "-") ? each.substring(NAME.length() + 1) : "")
                .distinct()
                .toList();
        return alignments.size() == 1 ? alignments.get(0) : "";
    }

    /** The format of the dataset that was cropped, such as {@code ck-plus}; a format of no crops as it is. */
    static String croppedFormat(String format) {
        return format.startsWith(NAME) && format.contains(OF) ? format.substring(format.indexOf(OF) + 1) : format;
    }

    /**
     * A cell of the table as it is written: an apostrophe at its start is doubled, because tables get one before what
     * a spreadsheet would evaluate, and reading removes it.
     */
    public static String cell(String text) {
        return text.startsWith("'") ? "'" + text : text;
    }

    private static String field(CsvRows rows, String column) {
        String cell = rows.field(column);
        boolean escaped = cell.length() > 1 && cell.charAt(0) == '\'' && ESCAPED.indexOf(cell.charAt(1)) >= 0;
        return escaped ? cell.substring(1) : cell;
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
                String crop = field(rows, "crop");
                String label = field(rows, "class");
                if (!tree.has(crop)) {
                    String text = Texts.of("datasets.format.faceCrops.issue.missing", crop, rows.number());
                    damage.add(new DatasetIssue(DatasetIssue.Kind.UNREADABLE, crop, text));
                } else if (!labels.names().contains(label)) {
                    String text = Texts.of("datasets.format.faceCrops.issue.label", crop, label);
                    damage.add(new DatasetIssue(DatasetIssue.Kind.UNKNOWN_LABEL, crop, text));
                } else {
                    Affect affect = Affect.of(field(rows, "valence"), field(rows, "arousal"));
                    entries.add(new Reading.Entry(
                                    crop, field(rows, "split"), label, field(rows, "group"), new FilePixels(tree, crop))
                            .withVotes(votes(field(rows, "votes"), labels))
                            .withAffect(() -> affect));
                }
            }
        }
        return new Reading(
                        metadata.dataset(),
                        true,
                        format(metadata.format()),
                        Reading.Scheme.fixed(labels),
                        entries,
                        damage,
                        List.of())
                .in(metadata.withoutSplits() ? Reading.Splitting.NONE : Reading.Splitting.GIVEN);
    }

    /** Its own name with each format that was cropped, so that what the groups are stays known. */
    private String format(String cropped) {
        return cropped.isEmpty()
                ? name()
                : Arrays.stream(cropped.split("\\+"))
                        .map(each -> name() + OF + croppedFormat(each))
                        .collect(Collectors.joining("+"));
    }

    /** The cell of a label of valence or arousal; empty where it is not known. */
    public static String number(float label) {
        return Float.isNaN(label) ? "" : Float.toString(label);
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
