package org.maferstudio.datasets.annotations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.maferstudio.datasets.Affect;
import org.maferstudio.expression.Expression;

/** Which columns of a table name image, class, split, group, box, valence and arousal, by their usual names. */
final class LabelColumns {
    private static final List<String> IMAGE = List.of(
            "path",
            "image",
            "filename",
            "file",
            "filepath",
            "imagepath",
            "imgpath",
            "img",
            "imagename",
            "imgname",
            "imagefile",
            "imagefilename",
            "imageid",
            "subdirectoryfilepath",
            "pth",
            "picture",
            "photo",
            "images",
            "files",
            "paths",
            "filenames",
            "filepaths",
            "name",
            "number",
            "id");
    private static final List<String> LABEL = List.of(
            "label",
            "emotion",
            "expression",
            "class",
            "facialexpression",
            "labels",
            "emotions",
            "expressions",
            "classname",
            "labelname",
            "emotionname",
            "emotionlabel",
            "expressionlabel",
            "classlabel",
            "category",
            "target",
            "expr",
            "exp",
            "emo");
    private static final List<String> SPLIT = List.of("split", "usage", "set", "subset", "partition", "phase");
    private static final List<String> GROUP = List.of(
            "group",
            "subject",
            "subjectid",
            "person",
            "personid",
            "identity",
            "actor",
            "participant",
            "video",
            "videoid");
    private static final List<String> VALENCE = List.of("valence", "val");
    private static final List<String> AROUSAL = List.of("arousal", "aro");
    private static final List<List<String>> BOXES = List.of(
            List.of("xmin", "ymin", "xmax", "ymax"),
            List.of("x1", "y1", "x2", "y2"),
            List.of("left", "top", "right", "bottom"));

    /** The columns as they are named in the table, by their letters and digits in lower case. */
    private final Map<String, String> columns = new LinkedHashMap<>();

    private final List<String> labels;
    private final List<String> shares;

    LabelColumns(Set<String> names) {
        names.forEach(name -> columns.putIfAbsent(name.replaceAll("[^\\p{L}\\p{N}]", ""), name));
        this.labels =
                LABEL.stream().filter(columns::containsKey).map(columns::get).toList();
        this.shares = names.stream()
                .filter(name -> !image().equals(Optional.of(name))
                        && Expression.of(name).isPresent())
                .toList();
    }

    /** Whether a table with these columns may list images and their classes. */
    boolean arePossible() {
        return image().isPresent() && (!labels.isEmpty() || shares.size() > 2) && !columns.containsKey("pixels");
    }

    /** Whether image and class have the column names of the manual. */
    boolean areDocumented() {
        return columns.containsKey("path") && columns.containsKey("label");
    }

    /** Whether these are the tables of AffectNet, whose numbers are known. */
    boolean areAffectNets() {
        return columns.keySet().containsAll(List.of("number", "exp"))
                && Stream.of(VALENCE, AROUSAL).flatMap(List::stream).anyMatch(columns::containsKey);
    }

    Optional<String> image() {
        return IMAGE.stream().filter(columns::containsKey).map(columns::get).findFirst();
    }

    /** The columns that may name the class, the likeliest first. */
    List<String> labels() {
        return labels;
    }

    /** The expression whose column alone is 1; empty if there is none, or several. */
    String only(UnaryOperator<String> row) {
        List<String> ones = shares.stream()
                .filter(column -> row.apply(column).matches("1(\\.0*)?"))
                .toList();
        return ones.size() == 1 ? ones.get(0) : "";
    }

    String split(UnaryOperator<String> row) {
        return first(SPLIT, row);
    }

    String group(UnaryOperator<String> row) {
        return first(GROUP, row);
    }

    Affect affect(UnaryOperator<String> row) {
        return Affect.of(first(VALENCE, row), first(AROUSAL, row));
    }

    private String first(List<String> names, UnaryOperator<String> row) {
        return names.stream()
                .filter(columns::containsKey)
                .findFirst()
                .map(columns::get)
                .map(row)
                .orElse("");
    }

    /** The box of a row; the whole image if it names none. */
    Crop crop(UnaryOperator<String> row) {
        return BOXES.stream()
                .filter(columns.keySet()::containsAll)
                .map(box -> box.stream().map(columns::get).map(row).toList())
                .filter(values -> values.stream().allMatch(value -> value.matches("-?\\d{1,6}(\\.\\d*)?")))
                .findFirst()
                .map(values -> values.stream().mapToDouble(Double::parseDouble).toArray())
                .filter(box -> box[2] > box[0] && box[3] > box[1])
                .map(box -> Crop.pixels(box[0], box[1], box[2], box[3]))
                .orElse(Crop.WHOLE);
    }

    /** Whether the table names boxes. */
    boolean haveBoxes() {
        return Stream.of(BOXES).flatMap(List::stream).anyMatch(columns.keySet()::containsAll);
    }
}
