package org.maferstudio.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Counted;
import org.maferstudio.job.Progress;

/** The general form: {@code <split>/<class>/<image>} or {@code <class>/<image>}, below any number of other folders. */
final class ClassFolders implements DatasetReader {
    private static final Pattern RAFDB_FILE = Pattern.compile("(train|test)_\\d+(_aligned)?\\.\\w+");

    @Override
    public String name() {
        return "class-folders";
    }

    @Override
    public String layout() {
        return "folders <split>/<class>/<image> or <class>/<image>";
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        return !new PictureFolders(tree).places().isEmpty();
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        PictureFolders folders = new PictureFolders(tree);
        List<String> notes = new ArrayList<>();
        Optional<String> outer = Splits.of(tree.name());
        List<Reading.Entry> entries = new ArrayList<>();
        int withoutSplit = 0;
        for (PictureFolders.Place place : folders.places()) {
            Optional<String> split = place.split().or(() -> outer);
            withoutSplit += split.isEmpty() ? 1 : 0;
            entries.add(entry(tree, place, split.orElse(Sample.TRAIN)));
        }
        if (withoutSplit > 0) {
            notes.add(Counted.of(withoutSplit, "picture lies", "pictures lie")
                    + " in no folder that names a split: taken as train.");
        }
        boolean rafdb = looksLikeRafDb(folders);
        return new Reading(
                rafdb ? "RAF-DB" : tree.name(),
                name(),
                Reading.Scheme.suggested(rafdb ? LabelSet.rafdb() : LabelSet.fer2013()),
                entries,
                damage(folders),
                withOthers(notes, folders));
    }

    /** One sample of a tree, decoded when it is asked for. */
    static Reading.Entry entry(DatasetTree tree, PictureFolders.Place place, String split) {
        return new Reading.Entry(place.id(), split, place.label(), "", new FilePixels(tree, place.entry()));
    }

    /** What to say of folders that name no class. */
    static List<Finding> damage(PictureFolders folders) {
        List<Finding> damage = new ArrayList<>();
        folders.strangers().forEach((folder, count) -> {
            String where = folder.isEmpty() ? "The top folder" : "The folder " + folder;
            damage.add(new Finding(
                    Finding.Kind.UNKNOWN_LABEL,
                    folder,
                    where + " names no expression; its " + Counted.of(count, "picture is", "pictures are")
                            + " left out. Rename the folder after the expression, or move it away."));
        });
        return damage;
    }

    /** The notes, and one of files that are no pictures. */
    static List<String> withOthers(List<String> notes, PictureFolders folders) {
        if (folders.others() > 0) {
            notes.add(folders.others()
                    + (folders.others() == 1 ? " file is no picture and was" : " files are no pictures and were")
                    + " left alone.");
        }
        return notes;
    }

    private static boolean looksLikeRafDb(PictureFolders folders) {
        return folders.isNumbered()
                && folders.places().stream().allMatch(place -> RAFDB_FILE
                        .matcher(EntryNames.fileName(place.entry()))
                        .matches());
    }
}
