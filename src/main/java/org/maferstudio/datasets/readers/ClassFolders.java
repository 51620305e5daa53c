package org.maferstudio.datasets.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.annotations.KnownFileNames;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/** The general form: {@code <split>/<class>/<image>} or {@code <class>/<image>}, below any number of other folders. */
final class ClassFolders implements DatasetReader {
    @Override
    public String name() {
        return "class-folders";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.classFolders.layout");
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        return !new ImageFolders(tree).places().isEmpty();
    }

    /** Folders of which none names an expression may as well be holidays. */
    @Override
    public boolean findsClasses(DatasetTree tree) {
        return !new ImageFolders(tree).isUnknown();
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        ImageFolders folders = new ImageFolders(tree);
        List<String> notes = new ArrayList<>();
        Optional<String> outer = SplitNames.of(tree.name());
        List<Reading.Entry> entries = new ArrayList<>();
        int withoutSplit = 0;
        for (ImageFolders.Place place : folders.places()) {
            Optional<String> split = place.split().or(() -> outer);
            withoutSplit += split.isEmpty() ? 1 : 0;
            entries.add(entry(tree, place, split.orElse(Sample.TRAIN)));
        }
        if (withoutSplit > 0) {
            notes.add(Texts.of("datasets.format.classFolders.note.noSplit", withoutSplit));
        }
        if (folders.repeated() > 0) {
            notes.add(Texts.of("datasets.format.classFolders.note.repeated", folders.repeated()));
        }
        return new Reading(
                tree.name(),
                false,
                name(),
                Reading.Scheme.suggested(likelyOrder(tree, folders)),
                entries,
                damage(folders),
                withOthers(notes, folders));
    }

    /** One sample of a tree, decoded when it is asked for. */
    static Reading.Entry entry(DatasetTree tree, ImageFolders.Place place, String split) {
        return new Reading.Entry(place.id(), split, place.label(), "", new FilePixels(tree, place.entry()));
    }

    /** The issues of folders that name no class. */
    static List<DatasetIssue> damage(ImageFolders folders) {
        List<DatasetIssue> damage = new ArrayList<>();
        folders.strangers().forEach((folder, count) -> {
            String text = folder.isEmpty()
                    ? Texts.of("datasets.format.classFolders.issue.topFolder", count)
                    : Texts.of("datasets.format.classFolders.issue.folder", folder, count);
            damage.add(new DatasetIssue(DatasetIssue.Kind.UNKNOWN_LABEL, folder, text));
        });
        return damage;
    }

    /** The notes, with one on files that are not images. */
    static List<String> withOthers(List<String> notes, ImageFolders folders) {
        if (folders.others() > 0) {
            notes.add(Texts.of("datasets.format.classFolders.note.otherFiles", folders.others()));
        }
        return notes;
    }

    /** The likeliest order of numeric classes: file and folder names identify some datasets. */
    private static LabelSet likelyOrder(DatasetTree tree, ImageFolders folders) {
        boolean affectNet = tree.name().toLowerCase(Locale.ROOT).contains("affect");
        return KnownFileNames.order(names(folders))
                .orElse(affectNet ? ClassOrder.named("AffectNet") : LabelSet.fer2013());
    }

    private static List<String> names(ImageFolders folders) {
        return folders.places().stream()
                .map(place -> EntryNames.fileName(place.entry()))
                .toList();
    }
}
