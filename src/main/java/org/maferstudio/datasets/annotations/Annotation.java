package org.maferstudio.datasets.annotations;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.files.ReadableFiles;

/**
 * One annotated face.
 *
 * @param id names it inside the dataset
 * @param image the entry of its image
 * @param label its class as it is written: a word or a number
 * @param split as it is written; empty if only folders may name it
 * @param group whom or what it shows; empty if unknown
 * @param crop the position of the face in the image
 * @param affect reads the labels of valence and arousal from the files that were annotated
 */
public record Annotation(
        String id,
        String image,
        String label,
        String split,
        String group,
        Crop crop,
        Function<ReadableFiles, Affect> affect) {
    private static final Pattern SPLIT =
            Pattern.compile("(?<![a-z])(train|training|val|valid|validation|dev|test|testing)(?![a-z])");

    public Annotation {
        Objects.requireNonNull(crop);
    }

    /** A face of which only the class is known. */
    Annotation(String id, String image, String label, String split, String group, Crop crop) {
        this(id, image, label, split, group, crop, files -> Affect.NONE);
    }

    /** Returns a copy with labels of valence and arousal. */
    Annotation withAffect(Function<ReadableFiles, Affect> other) {
        return new Annotation(id, image, label, split, group, crop, other);
    }

    /** A whole image. */
    static Annotation of(String image, String label, String group) {
        return new Annotation(image, image, label, "", group, Crop.WHOLE);
    }

    /** The split in the name of a table or list, such as {@code train_labels.csv}; empty if it names none, or two. */
    static String splitOf(String table) {
        Matcher matcher = SPLIT.matcher(EntryNames.fileName(table).toLowerCase(Locale.ROOT));
        String split = matcher.find() ? matcher.group() : "";
        return matcher.find() ? "" : split;
    }
}
