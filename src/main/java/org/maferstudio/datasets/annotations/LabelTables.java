package org.maferstudio.datasets.annotations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.annotations.Annotations.Reason;
import org.maferstudio.datasets.annotations.Annotations.Skipped;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.files.ImageIndex;
import org.maferstudio.datasets.files.ReadableFiles;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Tables of images and classes, one per dataset or per split, see {@link LabelTable}; classes are words or numbers.
 *
 * <p>A table with other column names than {@code path} and {@code label} is used only if it names existing images, and
 * expressions, numbers or few words as classes.
 */
public final class LabelTables implements AnnotationFormat {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})(\\.0*)?");
    private static final int MOST_TABLES = 200;
    private static final int ROWS_TRIED = 400;
    private static final int MOST_WORDS = 12;

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.labelTables.layout");
    }

    @Override
    public boolean hasSubjects() {
        return false;
    }

    @Override
    public boolean recognises(ReadableFiles files) {
        return !names(files).isEmpty();
    }

    @Override
    public Annotations read(ReadableFiles files) {
        List<LabelTable> tables = new ArrayList<>();
        names(files)
                .forEach(name -> LabelTable.of(files, name, Integer.MAX_VALUE).ifPresent(tables::add));
        Faces faces = new Faces(
                files, tables.size() == 1 ? EntryNames.folder(tables.get(0).entry()) : "");
        tables.forEach(faces::add);
        return faces.annotations();
    }

    /**
     * The tables to read: those of most rows' kind, sorted by name.
     *
     * @throws Problem if a table cannot be read and nothing but tables is there
     */
    private static List<String> names(ReadableFiles files) {
        List<String> candidates = files.entries().stream()
                .filter(EntryNames::isList)
                .limit(MOST_TABLES)
                .toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        ImageIndex index = new ImageIndex(files);
        boolean images = files.entries().stream().anyMatch(EntryNames::isImage);
        List<String> names = new ArrayList<>();
        List<String> documented = new ArrayList<>();
        for (String name : candidates) {
            try {
                Optional<LabelTable> table = LabelTable.of(files, name, ROWS_TRIED);
                boolean has = table.isPresent()
                        && table.get().columns() != null
                        && table.get().columns().areDocumented();
                if (has) {
                    documented.add(name);
                }
                if (table.isPresent() && (has || fits(index, table.get()))) {
                    names.add(name);
                }
            } catch (Problem e) {
                if (!images) {
                    throw e;
                }
            }
        }
        return documented.isEmpty() ? names : documented;
    }

    private static boolean fits(ImageIndex index, LabelTable table) {
        List<LabelRow> rows = table.rows();
        ImageIndex.Paths paths =
                index.paths(table.entry(), rows.stream().map(LabelRow::image).toList());
        List<String> images =
                rows.stream().flatMap(row -> paths.find(row.image()).stream()).toList();
        if (images.isEmpty() || 2 * images.size() < rows.size()) {
            return false;
        }
        List<String> labels = rows.stream()
                .map(LabelRow::label)
                .filter(label -> !label.isEmpty())
                .toList();
        long expressions = labels.stream()
                .filter(label -> Expression.of(label).isPresent())
                .count();
        if (2 * expressions >= rows.size()) {
            return true;
        }
        // The user assigns numbers and unknown words, unless folders already name the classes.
        boolean inFolders =
                images.stream().allMatch(image -> NameWords.folder(image).isPresent());
        boolean numbers =
                labels.stream().allMatch(label -> NUMBER.matcher(label).matches());
        long words = labels.stream().distinct().count();
        return !inFolders && 2 * labels.size() >= rows.size() && words > 1 && (numbers || words <= MOST_WORDS);
    }

    /** Collects the faces of all tables and reports what is skipped. */
    private static final class Faces {
        private final ImageIndex index;
        private final String folder;
        private final Map<String, String> labels = new HashMap<>();
        private final Set<String> ids = new HashSet<>();
        private final List<Annotation> faces = new ArrayList<>();
        private final List<Skipped> skipped = new ArrayList<>();
        private boolean affectNet = true;
        private boolean boxes;
        private int noExpression;
        private int otherFolder;
        private int affected;

        Faces(ReadableFiles files, String folder) {
            this.index = new ImageIndex(files);
            this.folder = folder.isEmpty() ? "" : folder + "/";
        }

        void add(LabelTable table) {
            affectNet &= table.columns() != null && table.columns().areAffectNets();
            boxes |= table.columns() != null && table.columns().haveBoxes();
            ImageIndex.Paths paths = index.paths(
                    table.entry(), table.rows().stream().map(LabelRow::image).toList());
            String split = Annotation.splitOf(table.entry());
            table.rows().forEach(row -> add(row, paths, row.split().isEmpty() ? split : row.split()));
        }

        private void add(LabelRow row, ImageIndex.Paths paths, String split) {
            Optional<String> image = paths.find(row.image());
            String label = label(row.label());
            if (affectNet && label.matches("8|9|10")) {
                noExpression++;
            } else if (label.isEmpty()) {
                skip(Reason.NO_CLASS, row, Texts.of("datasets.format.labelTables.issue.label", row.row(), row.label()));
            } else if (image.isEmpty()) {
                boolean inside = EntryNames.safe(row.image()).isPresent();
                skip(
                        inside ? Reason.NO_IMAGE : Reason.NO_PATH,
                        row,
                        inside
                                ? Texts.of("datasets.format.issue.missing", row.row(), row.image())
                                : Texts.of("datasets.format.labelTables.issue.path", row.row(), row.image()));
            } else {
                add(row, image.get(), affectNet ? named(label) : label, split);
            }
        }

        private void add(LabelRow row, String image, String label, String split) {
            String id = image.startsWith(folder) ? image.substring(folder.length()) : image;
            boolean again = !ids.add(id);
            if (again && row.crop() == Crop.WHOLE) {
                String other = labels.get(id);
                if (!other.equals(label)) {
                    skip(Reason.NO_CLASS, row, Texts.of("datasets.format.labelTables.issue.repeated", row.row(), id));
                }
                return;
            }
            labels.put(id, label);
            Optional<String> inFolder = NameWords.folder(image);
            otherFolder += inFolder.isPresent()
                            && !Expression.of(label).map(Expression::id).equals(inFolder)
                    ? 1
                    : 0;
            String own = again ? id + "#" + row.where().substring(row.where().lastIndexOf('#') + 1) : id;
            affected += row.affect().equals(Affect.NONE) ? 0 : 1;
            faces.add(new Annotation(own, image, label, split, row.group(), row.crop())
                    .withAffect(files -> row.affect()));
        }

        private void skip(Reason reason, LabelRow row, String text) {
            skipped.add(new Skipped(reason, row.where(), text));
        }

        /** A class as it is written; numbers as whole numbers. */
        private static String label(String written) {
            var number = NUMBER.matcher(written.strip());
            return number.matches() ? String.valueOf(Integer.parseInt(number.group(1))) : written.strip();
        }

        private static String named(String label) {
            LabelSet classes = AffectNetArrays.classes();
            return label.matches("[0-7]") ? classes.name(Integer.parseInt(label)) : label;
        }

        Annotations annotations() {
            List<String> notes = new ArrayList<>();
            if (noExpression > 0) {
                notes.add(Texts.of("datasets.format.affectNet.note.noExpression", noExpression));
            }
            if (otherFolder > 0) {
                notes.add(Texts.of("datasets.format.labelTables.note.otherFolder", otherFolder));
            }
            if (boxes) {
                notes.add(Texts.of("datasets.format.note.cropped"));
            }
            if (affected > 0) {
                notes.add(Texts.of("datasets.format.note.affect", affected));
            }
            LabelSet affect = AffectNetArrays.used(AffectNetArrays.classes(), faces);
            Set<String> names = faces.stream()
                    .map(face -> EntryNames.fileName(face.image()))
                    .collect(Collectors.toSet());
            LabelSet usual = KnownFileNames.order(names).orElse(LabelSet.fer2013());
            return affectNet
                    ? new Annotations("AffectNet", affect, true, faces, skipped, notes)
                    : new Annotations("", usual, false, faces, skipped, notes);
        }
    }
}
