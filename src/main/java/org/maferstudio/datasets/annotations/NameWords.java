package org.maferstudio.datasets.annotations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.datasets.annotations.Annotations.Reason;
import org.maferstudio.datasets.annotations.Annotations.Skipped;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.files.ReadableFiles;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/** Images whose file names end in an expression and a number, such as {@code happy_12.jpg}: the last resort. */
public final class NameWords implements AnnotationFormat {
    /** The minimum share of images whose names end in an expression: a person named Joy is not a class. */
    private static final double SHARE = 0.9;

    @Override
    public String id() {
        return "file-names";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.nameWords.layout");
    }

    @Override
    public boolean hasSubjects() {
        return false;
    }

    @Override
    public boolean recognises(ReadableFiles files) {
        List<String> images =
                files.entries().stream().filter(EntryNames::isImage).toList();
        List<Expression> named =
                images.stream().flatMap(image -> expression(image).stream()).toList();
        return !images.isEmpty()
                && named.size() >= SHARE * images.size()
                && named.stream().distinct().count() > 1;
    }

    @Override
    public Annotations read(ReadableFiles files) {
        List<Annotation> faces = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (String entry : files.entries()) {
            if (EntryNames.isImage(entry)) {
                expression(entry)
                        .ifPresentOrElse(
                                shown -> faces.add(Annotation.of(entry, shown.id(), "")),
                                () -> skipped.add(new Skipped(
                                        Reason.NO_CLASS,
                                        entry,
                                        Texts.of("datasets.format.nameWords.issue.name", entry))));
            }
        }
        return new Annotations(
                "",
                LabelSet.fer2013(),
                false,
                faces,
                skipped,
                List.of(Texts.of("datasets.format.nameWords.note.classes")));
    }

    private static Optional<Expression> expression(String image) {
        String file = EntryNames.fileName(image);
        return Expression.of(file.substring(0, file.lastIndexOf('.')));
    }

    /** The expression that the nearest folder of an image names. */
    static Optional<String> folder(String image) {
        return Expression.of(EntryNames.fileName(EntryNames.folder(image))).map(Expression::id);
    }
}
