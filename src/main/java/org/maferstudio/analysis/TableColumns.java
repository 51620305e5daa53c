package org.maferstudio.analysis;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.FacePoint;
import org.maferstudio.faces.FacePoints;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.report.tables.TableText;

/** Names and order of the columns of a finished table. */
public enum TableColumns {
    /** This program's, see {@link PlainTable}. */
    PLAIN {
        @Override
        List<String> header(PlainTable plain) {
            return plain.header();
        }

        @Override
        String rows(PlainTable plain, String input, AnalysedFrame frame) {
            return plain.rows(input, frame);
        }
    },
    /**
     * Those that Py-feat writes of its detectors' results: {@code input}, {@code frame} (from 0), {@code approx_time}
     * (minutes and seconds), {@code Identity}, {@code FaceRectX} and so on, {@code FaceScore}, and the probabilities of the
     * first network by Py-feat's names of expressions; then {@code time} in seconds and {@code predicted}.
     */
    PYFEAT {
        @Override
        List<String> header(PlainTable plain) {
            List<String> columns = new ArrayList<>(List.of(
                    "input",
                    "frame",
                    "approx_time",
                    "Identity",
                    "FaceRectX",
                    "FaceRectY",
                    "FaceRectWidth",
                    "FaceRectHeight",
                    "FaceScore"));
            pyfeatOrder(plain).forEach(label -> columns.add(pyfeatName(plain, label)));
            columns.addAll(List.of("predicted", "time"));
            return columns;
        }

        @Override
        String rows(PlainTable plain, String input, AnalysedFrame frame) {
            long seconds = (long) Math.floor(frame.seconds());
            List<String> start = List.of(
                    input,
                    Long.toString(frame.number()),
                    String.format(Locale.ROOT, "%02d:%02d", seconds / 60, Math.floorMod(seconds, 60L)));
            return csv(frame, face -> {
                List<String> cells = new ArrayList<>(start);
                if (face == null) {
                    cells.addAll(empty(header(plain).size() - start.size() - 1));
                } else {
                    AnalysedFace.Expressions first = face.expressions().get(0);
                    cells.add("Person_" + (face.tracked().id() - 1));
                    cells.addAll(box(face));
                    cells.add(PlainTable.number(face.tracked().face().score(), 4));
                    pyfeatOrder(plain)
                            .forEach(label -> cells.add(
                                    PlainTable.number(first.probabilities().get(label), 6)));
                    cells.add(pyfeatName(plain, first.predicted()));
                }
                cells.add(PlainTable.number(frame.seconds(), 6));
                return cells;
            });
        }
    },
    /**
     * Those that OpenFace 2 writes at the beginning of a row: {@code frame} (from 1), {@code face_id}, {@code timestamp},
     * {@code confidence}, {@code success} (0 without a detected face); then this program's, as OpenFace has no expressions.
     */
    OPENFACE {
        @Override
        List<String> header(PlainTable plain) {
            List<String> columns = new ArrayList<>(
                    List.of("frame", "face_id", "timestamp", "confidence", "success", "x", "y", "width", "height"));
            plain.labels().get(0).forEach(label -> columns.add("p_" + label));
            columns.add("predicted");
            for (String point : FacePoints.NAMES) {
                columns.add(point + "_x");
                columns.add(point + "_y");
            }
            return columns;
        }

        @Override
        String rows(PlainTable plain, String input, AnalysedFrame frame) {
            String number = Long.toString(frame.number() + 1);
            String time = PlainTable.number(frame.seconds(), 6);
            return csv(frame, face -> {
                if (face == null) {
                    List<String> cells = new ArrayList<>(List.of(number, "", time, "0", "0"));
                    cells.addAll(empty(header(plain).size() - cells.size()));
                    return cells;
                }
                AnalysedFace.Expressions first = face.expressions().get(0);
                List<String> cells = new ArrayList<>(List.of(
                        number,
                        Integer.toString(face.tracked().id() - 1),
                        time,
                        PlainTable.number(face.tracked().face().score(), 4),
                        PlainTable.found(face.tracked())));
                cells.addAll(box(face));
                first.probabilities().forEach(probability -> cells.add(PlainTable.number(probability, 6)));
                cells.add(plain.labels().get(0).get(first.predicted()));
                for (FacePoint point :
                        face.tracked().face().points().map(FacePoints::list).orElse(List.of())) {
                    cells.add(PlainTable.number(point.x(), 2));
                    cells.add(PlainTable.number(point.y(), 2));
                }
                cells.addAll(empty(header(plain).size() - cells.size()));
                return cells;
            });
        }
    };

    private static final Map<Expression, String> PYFEAT_NAMES = new EnumMap<>(Map.of(
            Expression.ANGER, "anger",
            Expression.DISGUST, "disgust",
            Expression.FEAR, "fear",
            Expression.HAPPINESS, "happiness",
            Expression.SADNESS, "sadness",
            Expression.SURPRISE, "surprise",
            Expression.NEUTRAL, "neutral"));
    private static final List<String> PYFEAT_ORDER =
            List.of("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral");

    /** The cells of a face; of a frame without faces for null. */
    @FunctionalInterface
    interface Cells {
        List<String> of(AnalysedFace face);
    }

    /** The name on the command line and in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract List<String> header(PlainTable plain);

    abstract String rows(PlainTable plain, String input, AnalysedFrame frame);

    /** Writes the finished table of a plain one, in whose place it may be moved. */
    void write(AnalysisRequest request, PlainTable plain) {
        if (this == PLAIN) {
            move(request.partialTable(), request.table());
            return;
        }
        String input = request.input();
        SafeFile.write(request.table(), beside -> {
            try (BufferedWriter out = Files.newBufferedWriter(beside)) {
                out.write(TableText.csvLine(header(plain)));
                FilmTable.read(request.partialTable(), frame -> {
                    try {
                        out.write(rows(plain, input, frame));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw WriteFailure.of(to, e);
        }
    }

    private static String csv(AnalysedFrame frame, Cells cells) {
        if (frame.faces().isEmpty()) {
            return TableText.csvLine(cells.of(null));
        }
        StringBuilder text = new StringBuilder();
        frame.faces().forEach(face -> text.append(TableText.csvLine(cells.of(face))));
        return text.toString();
    }

    private static List<String> empty(int cells) {
        return Collections.nCopies(cells, "");
    }

    private static List<String> box(AnalysedFace face) {
        FaceBounds box = face.tracked().box();
        return List.of(
                PlainTable.number(box.x(), 2),
                PlainTable.number(box.y(), 2),
                PlainTable.number(box.width(), 2),
                PlainTable.number(box.height(), 2));
    }

    /** Py-feat's name of a class of the first network; its own if Py-feat has none. */
    private static String pyfeatName(PlainTable plain, int label) {
        LabelSet labels = new LabelSet(plain.labels().get(0));
        return labels.expression(label).map(PYFEAT_NAMES::get).orElse(labels.name(label));
    }

    /** The classes of the first network in Py-feat's order, others last. */
    private static List<Integer> pyfeatOrder(PlainTable plain) {
        List<Integer> order = new ArrayList<>();
        for (int label = 0; label < plain.labels().get(0).size(); label++) {
            order.add(label);
        }
        order.sort(Comparator.comparingInt(label -> {
            int place = PYFEAT_ORDER.indexOf(pyfeatName(plain, label));
            return place < 0 ? PYFEAT_ORDER.size() : place;
        }));
        return order;
    }
}
