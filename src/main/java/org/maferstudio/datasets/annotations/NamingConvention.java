package org.maferstudio.datasets.annotations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maferstudio.datasets.annotations.Annotations.Reason;
import org.maferstudio.datasets.annotations.Annotations.Skipped;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.files.ReadableFiles;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.texts.Texts;

/** Face databases with subject and expression in the file name; subjects are the groups. */
final class NamingConvention implements AnnotationFormat {
    /** {@code AF01ANS.JPG}: session A or B, subject, expression, view; both sessions show the same subjects. */
    static final NamingConvention KDEF = new NamingConvention(
            "kdef",
            "KDEF",
            "AF01ANS.JPG",
            "[AB](?<person>[FM]\\d{2})(?<code>AF|AN|DI|HA|NE|SA|SU)(?:FL|FR|HL|HR|S)",
            "AF=fear,AN=anger,DI=disgust,HA=happiness,NE=neutral,SA=sadness,SU=surprise");

    /** {@code Rafd090_01_Caucasian_female_angry_frontal.jpg}. */
    static final NamingConvention RAFD = new NamingConvention(
            "rafd",
            "RaFD",
            "Rafd090_01_Caucasian_female_angry_frontal.jpg",
            "RAFD\\d{3}_(?<person>\\d{2})_[A-Z]+_[A-Z]+_(?<code>[A-Z]+)_(?:FRONTAL|LEFT|RIGHT)",
            "ANGRY=anger,CONTEMPTUOUS=contempt,DISGUSTED=disgust,FEARFUL=fear,HAPPY=happiness,NEUTRAL=neutral,SAD=sadness,"
                    + "SURPRISED=surprise");

    /** {@code 004_o_m_a_a.jpg}: person, age group, sex, expression, set. */
    static final NamingConvention FACES = new NamingConvention(
            "faces",
            "FACES",
            "004_o_m_a_a.jpg",
            "(?<person>\\d{1,3})_[YMO]_[FM]_(?<code>[ADFHNS])_[AB]",
            "A=anger,D=disgust,F=fear,H=happiness,N=neutral,S=sadness");

    /** {@code 01F_AN_C.BMP}: person, expression, mouth open or closed; calm faces are no class of their own. */
    static final NamingConvention NIMSTIM = new NamingConvention(
            "nimstim",
            "NimStim",
            "01F_AN_C.BMP",
            "(?<person>\\d{2}[FM])_(?<code>AN|CA|DI|FE|HA|NE|SA|SP)_[CXO]",
            "AN=anger,CA=calm,DI=disgust,FE=fear,HA=happiness,NE=neutral,SA=sadness,SP=surprise");

    /** {@code CFD-WM-009-002-HO.jpg}: person, image, expression; HC and HO are happy with closed and open mouth. */
    static final NamingConvention CFD = new NamingConvention(
            "cfd",
            "CFD",
            "CFD-WM-009-002-HO.jpg",
            "CFD-(?<person>[A-Z]{2}-\\d{3})-\\d{3}-(?<code>N|A|HC|HO|F)",
            "N=neutral,A=anger,HC=happiness,HO=happiness,F=fear");

    /** {@code P001_Anger_000.jpeg}: Oulu-CASIA's frames in one folder; the last three of a sequence show the expression. */
    static final NamingConvention OULU_CASIA = new NamingConvention(
            "oulu-casia-names",
            "Oulu-CASIA",
            "P001_Anger_000.jpeg",
            "(?<person>P\\d{3})_(?<code>[A-Z]+)_(?<frame>\\d{1,4})",
            "ANGER=anger,DISGUST=disgust,FEAR=fear,HAPPINESS=happiness,SADNESS=sadness,SURPRISE=surprise");

    /** {@code anger/S010_004_00000017.png}: CK+'s last frames in folders of expressions, as CK+48 has them. */
    static final NamingConvention CK48 =
            new NamingConvention("ck48", "CK+", "anger/S010_004_00000017.png", "(?<person>S\\d{3})_\\d{3}_\\d{8}", "");

    private static final int IMAGES_TRIED = 2000;
    private static final int PEAK = 3;

    private final String id;
    private final String title;
    private final String example;
    private final Pattern pattern;
    private final Map<String, String> codes;

    private NamingConvention(String id, String title, String example, String pattern, String codes) {
        this.id = id;
        this.title = title;
        this.example = example;
        this.pattern = Pattern.compile(pattern + "(?:[ _.(-].*)?");
        this.codes = codes.isEmpty() ? Map.of() : codes(codes);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.namingConvention.layout", example, title);
    }

    @Override
    public boolean hasSubjects() {
        return true;
    }

    @Override
    public boolean recognises(ReadableFiles files) {
        List<String> images =
                files.entries().stream().filter(EntryNames::isImage).toList();
        int step = Math.max(1, images.size() / IMAGES_TRIED);
        long tried = 0;
        long named = 0;
        for (int i = 0; i < images.size(); i += step) {
            tried++;
            named += label(images.get(i)).isPresent() ? 1 : 0;
        }
        return 2 * named > tried;
    }

    @Override
    public Annotations read(ReadableFiles files) {
        List<Annotation> faces = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (String entry : files.entries()) {
            if (!EntryNames.isImage(entry)) {
                continue;
            }
            Optional<String> label = label(entry);
            if (label.isPresent()) {
                faces.add(Annotation.of(entry, label.get(), person(entry)));
            } else {
                skipped.add(new Skipped(
                        Reason.NO_CLASS,
                        entry,
                        Texts.of("datasets.format.namingConvention.issue.name", entry, example)));
            }
        }
        if (this != OULU_CASIA) {
            return new Annotations(title, LabelSet.fer2013(), false, faces, skipped, List.of());
        }
        List<Annotation> peaks = peaks(faces);
        List<String> notes = peaks.size() == faces.size()
                ? List.of()
                : List.of(Texts.of("datasets.format.namingConvention.note.peaks", faces.size() - peaks.size()));
        return new Annotations(title, LabelSet.fer2013(), false, peaks, skipped, notes);
    }

    /** The last three frames of each sequence, by their numbers. */
    private List<Annotation> peaks(List<Annotation> faces) {
        Map<String, List<Annotation>> sequences = new TreeMap<>();
        for (Annotation face : faces) {
            String sequence = EntryNames.folder(face.image()) + "/" + face.group() + "/" + face.label();
            sequences.computeIfAbsent(sequence, s -> new ArrayList<>()).add(face);
        }
        List<Annotation> peaks = new ArrayList<>();
        for (List<Annotation> sequence : sequences.values()) {
            sequence.sort(Comparator.comparing(this::frame));
            peaks.addAll(sequence.subList(Math.max(0, sequence.size() - PEAK), sequence.size()));
        }
        return peaks;
    }

    private int frame(Annotation face) {
        Matcher matcher = matcher(face.image());
        return matcher.matches() ? Integer.parseInt(matcher.group("frame")) : 0;
    }

    private Optional<String> label(String image) {
        Matcher matcher = matcher(image);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return codes.isEmpty() ? NameWords.folder(image) : Optional.ofNullable(codes.get(matcher.group("code")));
    }

    private String person(String image) {
        Matcher matcher = matcher(image);
        return matcher.matches() ? matcher.group("person") : "";
    }

    private Matcher matcher(String image) {
        String file = EntryNames.fileName(image);
        return pattern.matcher(
                file.substring(0, file.length() - EntryNames.extension(image).length() - 1)
                        .toUpperCase(Locale.ROOT));
    }

    /** Codes and what they mean, of pairs such as {@code AN=anger}. */
    private static Map<String, String> codes(String pairs) {
        return Arrays.stream(pairs.split(","))
                .map(pair -> pair.split("="))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }
}
