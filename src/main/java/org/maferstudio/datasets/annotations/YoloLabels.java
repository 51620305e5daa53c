package org.maferstudio.datasets.annotations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maferstudio.datasets.annotations.Annotations.Reason;
import org.maferstudio.datasets.annotations.Annotations.Skipped;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.files.ReadableFiles;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/**
 * YOLO's detection labels: {@code train/images/a.jpg} and {@code train/labels/a.txt}, a line {@code class x y width height}
 * for each face; the names of the classes are in {@code data.yaml}, {@code classes.txt} or {@code obj.names}.
 */
final class YoloLabels implements AnnotationFormat {
    private static final Pattern LINE = Pattern.compile("\\d{1,4}(?:\\s+-?[\\d.]+(?:[eE]-?\\d+)?){4,400}");
    private static final int TRIED = 40;

    @Override
    public String id() {
        return "yolo";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.yolo.layout");
    }

    @Override
    public boolean hasSubjects() {
        return false;
    }

    @Override
    public boolean recognises(ReadableFiles files) {
        Map<String, String> labels = labels(files);
        return !labels.isEmpty()
                && labels.values().stream()
                        .limit(TRIED)
                        .map(label -> TextLines.first(files, label))
                        .anyMatch(lines -> !lines.isEmpty()
                                && lines.stream()
                                        .allMatch(line -> LINE.matcher(line).matches()));
    }

    /** The label file of each image that has one. */
    private static Map<String, String> labels(ReadableFiles files) {
        Map<String, String> labels = new HashMap<>();
        for (String entry : files.entries()) {
            if (EntryNames.isImage(entry)) {
                label(files, entry).ifPresent(label -> labels.put(entry, label));
            }
        }
        return labels;
    }

    private static Optional<String> label(ReadableFiles files, String image) {
        String beside = image.substring(0, image.lastIndexOf('.')) + ".txt";
        int at = ("/" + beside).lastIndexOf("/images/");
        String apart =
                at < 0 ? beside : beside.substring(0, at) + "labels/" + beside.substring(at + "images/".length());
        return List.of(apart, beside).stream().filter(files::has).findFirst();
    }

    @Override
    public Annotations read(ReadableFiles files) {
        Map<String, String> labels = labels(files);
        List<String> names = new YoloNames(files).names();
        List<Annotation> faces = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        int empty = 0;
        int without = 0;
        for (String image : files.entries()) {
            if (!EntryNames.isImage(image)) {
                continue;
            }
            if (!labels.containsKey(image)) {
                without++;
                continue;
            }
            List<String> lines = TextLines.all(files, labels.get(image));
            empty += lines.isEmpty() ? 1 : 0;
            for (int i = 0; i < lines.size(); i++) {
                if (LINE.matcher(lines.get(i)).matches()) {
                    faces.add(face(lines.size() == 1 ? image : image + "#" + i, image, lines.get(i), names));
                } else {
                    skipped.add(new Skipped(
                            Reason.NO_CLASS,
                            labels.get(image),
                            Texts.of(
                                    "datasets.format.issue.line",
                                    labels.get(image),
                                    TextLines.shortened(lines.get(i)))));
                }
            }
        }
        List<String> notes = new ArrayList<>();
        notes.add(Texts.of("datasets.format.note.cropped"));
        if (without + empty > 0) {
            notes.add(Texts.of("datasets.format.note.unlabelled", without + empty));
        }
        return new Annotations("", LabelSet.fer2013(), false, faces, skipped, notes);
    }

    private static Annotation face(String id, String image, String line, List<String> names) {
        String[] fields = line.split("\\s+");
        int number = Integer.parseInt(fields[0]);
        String label = number < names.size() ? names.get(number) : fields[0];
        return new Annotation(id, image, label, "", "", Crop.around(corners(fields)));
    }

    /** Two corners of a box (its centre, width and height are given), or the points of an outline. */
    private static List<double[]> corners(String[] fields) {
        double[] values = new double[fields.length - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.parseDouble(fields[i + 1]);
        }
        if (values.length < 6) {
            return List.of(
                    new double[] {values[0] - values[2] / 2, values[1] - values[3] / 2},
                    new double[] {values[0] + values[2] / 2, values[1] + values[3] / 2});
        }
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i + 1 < values.length; i += 2) {
            points.add(new double[] {values[i], values[i + 1]});
        }
        return points;
    }
}
