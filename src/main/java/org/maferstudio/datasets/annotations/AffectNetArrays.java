package org.maferstudio.datasets.annotations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.annotations.Annotations.Reason;
import org.maferstudio.datasets.annotations.Annotations.Skipped;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.files.ReadableFiles;
import org.maferstudio.expression.ClassOrder;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/**
 * AffectNet as it is given out now: {@code train_set/images/17.jpg} and {@code train_set/annotations/17_exp.npy}, one number
 * a file, with {@code 17_val.npy} and {@code 17_aro.npy}, which are read when they are needed.
 */
final class AffectNetArrays implements AnnotationFormat {
    private static final String ENDING = "_exp.npy";
    private static final String VALENCE = "_val.npy";
    private static final String AROUSAL = "_aro.npy";
    private static final int LAST_LABEL = 10;

    @Override
    public String id() {
        return "affectnet-npy";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.affectNetArrays.layout");
    }

    @Override
    public boolean hasSubjects() {
        return false;
    }

    @Override
    public boolean recognises(ReadableFiles files) {
        return files.entries().stream().anyMatch(entry -> entry.endsWith(ENDING))
                && files.entries().stream().anyMatch(EntryNames::isImage);
    }

    @Override
    public Annotations read(ReadableFiles files) {
        Map<String, String> images = new HashMap<>();
        files.entries().stream()
                .filter(EntryNames::isImage)
                .forEach(entry -> images.put(
                        key(entry, entry.length() - EntryNames.extension(entry).length() - 1), entry));
        List<Annotation> faces = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        int noExpression = 0;
        LabelSet classes = classes();
        for (String entry : files.entries()) {
            if (!entry.endsWith(ENDING)) {
                continue;
            }
            String image = images.remove(key(entry, entry.length() - ENDING.length()));
            int label = label(files, entry);
            if (label < 0 || label > LAST_LABEL) {
                skipped.add(new Skipped(
                        Reason.NO_CLASS, entry, Texts.of("datasets.format.affectNetArrays.issue.number", entry)));
            } else if (label >= classes.size()) {
                noExpression++;
            } else if (image == null) {
                skipped.add(new Skipped(Reason.NO_IMAGE, entry, Texts.of("datasets.format.issue.noImage", entry)));
            } else {
                String stem = entry.substring(0, entry.length() - ENDING.length());
                faces.add(Annotation.of(image, classes.name(label), "").withAffect(all -> affect(all, stem)));
            }
        }
        List<String> notes = new ArrayList<>();
        if (noExpression > 0) {
            notes.add(Texts.of("datasets.format.affectNet.note.noExpression", noExpression));
        }
        if (!images.isEmpty()) {
            notes.add(Texts.of("datasets.format.note.unlabelled", images.size()));
        }
        long affected = files.entries().stream()
                .filter(entry -> entry.endsWith(VALENCE))
                .count();
        if (affected > 0) {
            notes.add(Texts.of("datasets.format.affectNetArrays.note.affect", affected));
        }
        return new Annotations("AffectNet", used(classes, faces), true, faces, skipped, notes);
    }

    /** AffectNet's eight classes, in the order of their numbers from 0 on. */
    static LabelSet classes() {
        return ClassOrder.named("AffectNet");
    }

    /** The seven classes of copies without contempt, else all eight. */
    static LabelSet used(LabelSet classes, List<Annotation> faces) {
        String last = classes.name(classes.size() - 1);
        return faces.stream().anyMatch(face -> face.label().equals(last))
                ? classes
                : new LabelSet(classes.names().subList(0, classes.size() - 1));
    }

    /** The set's folder and the number, which image and annotation share. */
    private static String key(String entry, int end) {
        String folder = EntryNames.folder(entry);
        String last = EntryNames.fileName(folder).toLowerCase(Locale.ROOT);
        boolean own = last.startsWith("image") || last.startsWith("annotation");
        String stem = entry.substring(folder.isEmpty() ? 0 : folder.length() + 1, end);
        return (own ? EntryNames.folder(folder) : folder) + "/" + stem;
    }

    private static Affect affect(ReadableFiles files, String stem) {
        return Affect.of(number(files, stem + VALENCE), number(files, stem + AROUSAL));
    }

    /** Empty if there is no such file. */
    private static String number(ReadableFiles files, String entry) {
        return files.has(entry) ? NumpyScalar.parse(files.read(entry)).orElse("") : "";
    }

    private static int label(ReadableFiles files, String entry) {
        return NumpyScalar.parse(files.read(entry))
                .filter(text -> text.matches("\\d{1,2}(\\.0*)?"))
                .map(text -> (int) Double.parseDouble(text))
                .orElse(-1);
    }
}
