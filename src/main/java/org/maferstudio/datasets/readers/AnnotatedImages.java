package org.maferstudio.datasets.readers;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.annotations.Annotation;
import org.maferstudio.datasets.annotations.AnnotationFormat;
import org.maferstudio.datasets.annotations.Annotations;
import org.maferstudio.datasets.annotations.Crop;
import org.maferstudio.datasets.files.ReadableFiles;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.Expression;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** Images with annotations of one format next to them, or in their names. */
final class AnnotatedImages implements DatasetReader {
    private final AnnotationFormat format;

    AnnotatedImages(AnnotationFormat format) {
        this.format = format;
    }

    @Override
    public String name() {
        return format.id();
    }

    @Override
    public String layout() {
        return format.layout();
    }

    @Override
    public Grouping grouping() {
        return format.hasSubjects() ? Grouping.SUBJECT : Grouping.GROUP;
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        return format.recognises(tree);
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        Annotations annotations = format.read(new Watched(tree, progress));
        Optional<String> outer = SplitNames.of(tree.name());
        List<Reading.Entry> entries = new ArrayList<>();
        List<DatasetIssue> damage = new ArrayList<>();
        int withoutSplit = 0;
        for (Annotation face : annotations.faces()) {
            Optional<String> split = split(face).or(() -> outer);
            withoutSplit += split.isEmpty() ? 1 : 0;
            String label = Expression.of(face.label()).map(Expression::id).orElse(face.label());
            entries.add(
                    new Reading.Entry(face.id(), split.orElse(Sample.TRAIN), label, face.group(), pixels(tree, face))
                            .withAffect(() -> face.affect().apply(tree)));
        }
        annotations
                .skipped()
                .forEach(skipped -> damage.add(new DatasetIssue(kind(skipped), skipped.where(), skipped.text())));
        List<String> notes = new ArrayList<>(annotations.notes());
        if (withoutSplit > 0) {
            notes.add(Texts.of("datasets.format.note.noSplit", withoutSplit));
        }
        return new Reading(
                annotations.title().isEmpty() ? tree.name() : annotations.title(),
                !annotations.title().isEmpty(),
                name(),
                new Reading.Scheme(annotations.classes(), annotations.areFixed()),
                entries,
                damage,
                notes);
    }

    private static Sample.Pixels pixels(DatasetTree tree, Annotation face) {
        Sample.Pixels whole = new FilePixels(tree, face.image());
        return face.crop() == Crop.WHOLE ? whole : new CroppedPixels(whole, face.crop());
    }

    private static Optional<String> split(Annotation face) {
        if (!face.split().isEmpty()) {
            return Optional.of(SplitNames.named(face.split()));
        }
        return SplitNames.ofFolders(face.image());
    }

    private static DatasetIssue.Kind kind(Annotations.Skipped skipped) {
        return switch (skipped.reason()) {
            case NO_CLASS -> DatasetIssue.Kind.UNKNOWN_LABEL;
            case NO_IMAGE -> DatasetIssue.Kind.UNREADABLE;
            case NO_PATH -> DatasetIssue.Kind.UNSAFE_ENTRY;
        };
    }

    /** Files that are read until the user stops; AffectNet has one a label. */
    private record Watched(DatasetTree tree, Progress progress) implements ReadableFiles {
        @Override
        public String name() {
            return tree.name();
        }

        @Override
        public List<String> entries() {
            return tree.entries();
        }

        @Override
        public boolean has(String entry) {
            return tree.has(entry);
        }

        @Override
        public byte[] read(String entry) {
            ListingStopped.check(progress, tree.name());
            return tree.read(entry);
        }

        @Override
        public InputStream openTable(String entry) {
            ListingStopped.check(progress, tree.name());
            return tree.openTable(entry);
        }
    }
}
