package org.maferstudio.datasets.readers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maferstudio.datasets.Affect;
import org.maferstudio.datasets.DatasetIssue;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.files.EntryNames;
import org.maferstudio.datasets.trees.DatasetTree;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Aff-Wild2's expressions: {@code annotations/EXPR_Set/Training_Set/<video>.txt}, one number per frame under a line of
 * names, and {@code cropped_aligned/<video>/00123.jpg}, which is the frame of line 123. Videos are the groups. Frames of
 * videos that also are in {@code annotations/VA_Set} have its labels of valence and arousal.
 *
 * <p>Many frames have no image, as no face was found, and many no label (-1). Both are normal and counted.
 */
final class AffWild2 implements DatasetReader {
    private static final LabelSet LABELS = LabelSet.of(
            Expression.NEUTRAL,
            Expression.ANGER,
            Expression.DISGUST,
            Expression.FEAR,
            Expression.HAPPINESS,
            Expression.SADNESS,
            Expression.SURPRISE);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}");
    private static final int MAX_FRAMES = 1_000_000;
    private static final long MAX_LABEL_BYTES = 16L << 20;

    @Override
    public String name() {
        return "aff-wild2";
    }

    @Override
    public String layout() {
        return Texts.of("datasets.format.affWild2.layout");
    }

    @Override
    public Grouping grouping() {
        return Grouping.VIDEO;
    }

    @Override
    public boolean recognises(DatasetTree tree) {
        return tree.entries().stream().filter(AffWild2::isAnnotation).findFirst().stream()
                .anyMatch(entry -> tree.entries().stream().anyMatch(AffWild2::isFrame));
    }

    /** Whether it is the label file of a video; each task of Aff-Wild2 has its own labels. */
    private static boolean isAnnotation(String entry) {
        return isOfTask(entry, "EXPR");
    }

    private static boolean isOfTask(String entry, String task) {
        String set = EntryNames.folder(entry);
        String folder = EntryNames.fileName(EntryNames.folder(set)).toUpperCase(Locale.ROOT);
        return entry.endsWith(".txt") && SplitNames.of(EntryNames.fileName(set)).isPresent() && folder.startsWith(task);
    }

    private static boolean isFrame(String entry) {
        String above = EntryNames.folder(EntryNames.folder(entry));
        return EntryNames.isImage(entry)
                && EntryNames.fileName(above).equals("cropped_aligned")
                && FrameSequence.number(entry).isPresent();
    }

    @Override
    public Reading read(DatasetTree tree, Progress progress) {
        Map<String, Map<Integer, String>> frames = new HashMap<>();
        tree.entries().stream().filter(AffWild2::isFrame).forEach(entry -> {
            String video = EntryNames.fileName(EntryNames.folder(entry));
            FrameSequence.number(entry)
                    .filter(number -> number.bitLength() < Integer.SIZE)
                    .ifPresent(number ->
                            frames.computeIfAbsent(video, v -> new HashMap<>()).putIfAbsent(number.intValue(), entry));
        });
        List<String> annotations =
                tree.entries().stream().filter(AffWild2::isAnnotation).toList();
        Videos videos = new Videos(tree);
        for (String annotation : annotations) {
            ListingStopped.check(progress, tree.name());
            String video = EntryNames.fileName(annotation).replaceFirst("\\.txt$", "");
            videos.read(annotation, video, frames.getOrDefault(video, Map.of()));
            progress.report(
                    videos.count / (double) annotations.size(),
                    Texts.of("datasets.format.affWild2.progress", videos.count));
        }
        return videos.reading(name());
    }

    /** Collects the labelled frames of video after video. */
    private static final class Videos {
        private final DatasetTree tree;
        /** The files with valence and arousal, by their names. */
        private final Map<String, String> affects = new HashMap<>();

        private final List<Reading.Entry> entries = new ArrayList<>();
        private final List<DatasetIssue> damage = new ArrayList<>();
        private long unlabelled;
        private long missing;
        private long other;
        private long beyond;
        private long affected;
        private int count;

        Videos(DatasetTree tree) {
            this.tree = tree;
            tree.entries().stream()
                    .filter(entry -> isOfTask(entry, "VA_"))
                    .forEach(entry -> affects.putIfAbsent(EntryNames.fileName(entry), entry));
        }

        void read(String annotation, String video, Map<Integer, String> frames) {
            count++;
            if (frames.isEmpty()) {
                damage.add(new DatasetIssue(
                        DatasetIssue.Kind.UNREADABLE,
                        video,
                        Texts.of("datasets.format.affWild2.issue.noFrames", video, video)));
                return;
            }
            String split = SplitNames.named(EntryNames.fileName(EntryNames.folder(annotation)));
            List<Affect> affect = affect(annotation);
            try (BufferedReader lines = lines(annotation)) {
                List<String> names = names(lines.readLine());
                int number = 0;
                int labelled = 0;
                for (String line = lines.readLine(); line != null && number < MAX_FRAMES; line = lines.readLine()) {
                    number++;
                    String frame = frames.get(number);
                    labelled += frame == null ? 0 : 1;
                    Affect shown = number <= affect.size() ? affect.get(number - 1) : Affect.NONE;
                    entry(video, split, frame, label(names, line.strip(), annotation, number))
                            .ifPresent(entry -> add(entry, shown));
                }
                beyond += frames.size() - labelled;
            } catch (IOException e) {
                throw unreadable(annotation, e);
            }
        }

        private BufferedReader lines(String entry) throws IOException {
            return new BufferedReader(new InputStreamReader(tree.open(entry, MAX_LABEL_BYTES), StandardCharsets.UTF_8));
        }

        private static Problem unreadable(String entry, IOException e) {
            return Problem.input(Texts.of("datasets.format.affWild2.error.labels", entry, e.getMessage()), e);
        }

        /** Valence and arousal of each frame of a video, from the file of the same name; empty if there is none. */
        private List<Affect> affect(String annotation) {
            String entry = affects.get(EntryNames.fileName(annotation));
            if (entry == null) {
                return List.of();
            }
            try (BufferedReader lines = lines(entry)) {
                return lines.lines()
                        .skip(1)
                        .limit(MAX_FRAMES)
                        .map(line -> line.split(",", 2))
                        .map(cells -> Affect.of(cells[0], cells.length > 1 ? cells[1] : ""))
                        .toList();
            } catch (IOException e) {
                throw unreadable(entry, e);
            } catch (UncheckedIOException e) {
                throw unreadable(entry, e.getCause());
            }
        }

        private static List<String> names(String line) {
            return Arrays.stream((line == null ? "" : line).split(","))
                    .map(String::strip)
                    .toList();
        }

        /** The expression of a line; empty if it has none of the seven. */
        private Optional<Expression> label(List<String> names, String line, String annotation, int number) {
            int label = NUMBER.matcher(line).matches() ? Integer.parseInt(line) : Integer.MAX_VALUE;
            if (label == -1) {
                unlabelled++;
                return Optional.empty();
            }
            if (label < 0 || label >= names.size()) {
                String start = line.substring(0, Math.min(20, line.length()));
                damage.add(new DatasetIssue(
                        DatasetIssue.Kind.UNKNOWN_LABEL,
                        annotation + "#" + number,
                        Texts.of("datasets.format.affWild2.issue.label", number, annotation, start, names.size() - 1)));
                return Optional.empty();
            }
            Optional<Expression> shown = Expression.of(names.get(label)).filter(e -> LABELS.indexOf(e.id()) >= 0);
            other += shown.isEmpty() ? 1 : 0;
            return shown;
        }

        private void add(Reading.Entry entry, Affect shown) {
            affected += shown.equals(Affect.NONE) ? 0 : 1;
            entries.add(entry.withAffect(() -> shown));
        }

        private Optional<Reading.Entry> entry(String video, String split, String frame, Optional<Expression> shown) {
            if (shown.isEmpty()) {
                return Optional.empty();
            }
            if (frame == null) {
                missing++;
                return Optional.empty();
            }
            return Optional.of(new Reading.Entry(
                    video + "/" + EntryNames.fileName(frame),
                    split,
                    shown.get().id(),
                    video,
                    new FilePixels(tree, frame)));
        }

        Reading reading(String format) {
            List<String> notes = new ArrayList<>();
            if (unlabelled > 0) {
                notes.add(Texts.of("datasets.format.affWild2.note.unlabelled", unlabelled));
            }
            if (missing > 0) {
                notes.add(Texts.of("datasets.format.affWild2.note.missing", missing));
            }
            if (other > 0) {
                notes.add(Texts.of("datasets.format.affWild2.note.otherLabel", other));
            }
            if (beyond > 0) {
                notes.add(Texts.of("datasets.format.affWild2.note.noLine", beyond));
            }
            if (affected > 0) {
                notes.add(Texts.of("datasets.format.note.affect", affected));
            }
            return new Reading("Aff-Wild2", format, Reading.Scheme.fixed(LABELS), entries, damage, notes);
        }
    }
}
