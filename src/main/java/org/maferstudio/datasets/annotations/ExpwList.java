package org.maferstudio.datasets.annotations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.datasets.annotations.Annotations.Reason;
import org.maferstudio.datasets.annotations.Annotations.Skipped;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.files.ImageIndex;
import org.maferstudio.datasets.files.ReadableFiles;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/**
 * ExpW (Expression in the Wild): {@code label/label.lst} with lines {@code image face top left right bottom confidence
 * label}, and the images, each with one face or several.
 */
final class ExpwList implements AnnotationFormat {
    // The read-me of ExpW names the box top, left, right, bottom.
    private static final Pattern LINE = Pattern.compile(
            "(\\S.*?\\.\\w{3,4})\\s+(\\d{1,5})\\s+(-?\\d{1,6})\\s+(-?\\d{1,6})\\s+(-?\\d{1,6})\\s+(-?\\d{1,6})"
                    + "\\s+([-+.\\deE]+)\\s+([0-6])");

    @Override
    public String id() {
        return "expw";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.expw.layout");
    }

    @Override
    public boolean hasSubjects() {
        return false;
    }

    @Override
    public boolean recognises(ReadableFiles files) {
        return list(files).isPresent() && files.entries().stream().anyMatch(EntryNames::isImage);
    }

    private static Optional<String> list(ReadableFiles files) {
        return files.entries().stream()
                .filter(entry ->
                        entry.endsWith(".lst") || EntryNames.fileName(entry).equals("label.txt"))
                .filter(entry -> TextLines.first(files, entry).stream()
                        .anyMatch(line -> LINE.matcher(line).matches()))
                .findFirst();
    }

    @Override
    public Annotations read(ReadableFiles files) {
        String list = list(files).orElseThrow();
        List<Matcher> lines = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (String line : TextLines.all(files, list)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                lines.add(matcher);
            } else {
                skipped.add(new Skipped(
                        Reason.NO_CLASS,
                        list,
                        Texts.of("datasets.format.issue.line", list, TextLines.shortened(line))));
            }
        }
        ImageIndex.Paths paths = new ImageIndex(files)
                .paths(list, lines.stream().map(line -> line.group(1)).toList());
        Map<String, Integer> faces = new HashMap<>();
        lines.forEach(line -> faces.merge(line.group(1), 1, Integer::sum));
        List<Annotation> found = new ArrayList<>();
        LabelSet classes = LabelSet.fer2013();
        for (Matcher line : lines) {
            Optional<String> image = paths.find(line.group(1));
            if (image.isEmpty()) {
                skipped.add(new Skipped(
                        Reason.NO_IMAGE,
                        line.group(1),
                        Texts.of("datasets.format.issue.noImage", list + ": " + line.group(1))));
                continue;
            }
            String id = faces.get(line.group(1)) > 1 ? image.get() + "#" + line.group(2) : image.get();
            String label = classes.name(Integer.parseInt(line.group(8)));
            found.add(new Annotation(id, image.get(), label, "", "", crop(line)));
        }
        return new Annotations(
                "ExpW", classes, true, found, skipped, List.of(Texts.of("datasets.format.note.cropped")));
    }

    private static Crop crop(Matcher line) {
        int top = Integer.parseInt(line.group(3));
        int left = Integer.parseInt(line.group(4));
        int right = Integer.parseInt(line.group(5));
        int bottom = Integer.parseInt(line.group(6));
        return Crop.pixels(left, top, right, bottom);
    }
}
