package org.maferstudio.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.FacePoint;
import org.maferstudio.faces.FacePoints;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.faces.TrackedFace.Sighting;
import org.maferstudio.report.tables.TableText;

/**
 * Writes and reads the rows of this program's tables.
 *
 * <p>Columns: {@code input} (name of the film), {@code frame} (from 0), {@code time} (seconds), {@code face} (its number),
 * {@code x,y,width,height} (pixels of the upright frame), {@code score} (0 to 1), {@code found} (1 if the face was detected
 * in this frame, 0 if it was carried on from earlier ones), {@code p_<class>...} (probabilities), {@code predicted} (class),
 * {@code unsure} (1 if that class is less likely than {@link AnalysedFace.Expressions#SURE}), {@code v_<name>...} (values
 * that are no classes, such as valence, of networks that give them); the same as {@code p2_<class>...,predicted2,unsure2}
 * for a second network, and so on; and the points of the face,
 * {@code right_eye_x,right_eye_y,...} (pixels). A frame without faces has one row, whose fields after the time are empty.
 *
 * @param labels the classes of each network
 * @param values the names of values of each network
 */
record PlainTable(List<List<String>> labels, List<List<String>> values) {
    private static final List<String> START =
            List.of("input", "frame", "time", "face", "x", "y", "width", "height", "score", "found");
    private static final Pattern PROBABILITY = Pattern.compile("p([0-9]{0,3})_(.*)");
    private static final Pattern VALUE = Pattern.compile("v([0-9]{0,3})_(.*)");

    PlainTable {
        labels = labels.stream().map(List::copyOf).toList();
        values = values.stream().map(List::copyOf).toList();
    }

    /** The table of networks that give only probabilities. */
    PlainTable(List<List<String>> labels) {
        this(labels, Collections.nCopies(labels.size(), List.of()));
    }

    /** The table with these columns; empty if they are not those of this program. */
    static Optional<PlainTable> ofHeader(List<String> columns) {
        Map<String, List<String>> networks = names(columns, PROBABILITY);
        Map<String, List<String>> others = names(columns, VALUE);
        PlainTable table = new PlainTable(
                List.copyOf(networks.values()),
                networks.keySet().stream()
                        .map(number -> others.getOrDefault(number, List.of()))
                        .toList());
        return table.header().equals(columns) ? Optional.of(table) : Optional.empty();
    }

    /** What columns of a kind are named after, by the network's number. */
    private static Map<String, List<String>> names(List<String> columns, Pattern kind) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (String column : columns) {
            Matcher found = kind.matcher(column);
            if (found.matches()) {
                names.computeIfAbsent(found.group(1), key -> new ArrayList<>()).add(found.group(2));
            }
        }
        return names;
    }

    List<String> header() {
        List<String> columns = new ArrayList<>(START);
        for (int i = 0; i < labels.size(); i++) {
            String number = i == 0 ? "" : Integer.toString(i + 1);
            labels.get(i).forEach(label -> columns.add("p" + number + "_" + label));
            columns.add("predicted" + number);
            columns.add("unsure" + number);
            values.get(i).forEach(name -> columns.add("v" + number + "_" + name));
        }
        for (String point : FacePoints.NAMES) {
            columns.add(point + "_x");
            columns.add(point + "_y");
        }
        return columns;
    }

    /** The rows of a frame as csv. */
    String rows(String input, AnalysedFrame frame) {
        List<String> start = List.of(input, Long.toString(frame.number()), number(frame.seconds(), 6));
        int columns = header().size();
        StringBuilder text = new StringBuilder();
        if (frame.faces().isEmpty()) {
            text.append(TableText.csvLine(padded(new ArrayList<>(start), columns)));
        }
        for (AnalysedFace face : frame.faces()) {
            List<String> cells = new ArrayList<>(start);
            add(cells, face.tracked());
            for (int i = 0; i < labels.size(); i++) {
                add(cells, face.expressions().get(i), labels.get(i));
            }
            for (FacePoint point :
                    face.tracked().face().points().map(FacePoints::list).orElse(List.of())) {
                cells.add(number(point.x(), 2));
                cells.add(number(point.y(), 2));
            }
            text.append(TableText.csvLine(padded(cells, columns)));
        }
        return text.toString();
    }

    private static void add(List<String> cells, TrackedFace face) {
        FaceBounds box = face.box();
        cells.add(Integer.toString(face.id()));
        cells.add(number(box.x(), 2));
        cells.add(number(box.y(), 2));
        cells.add(number(box.width(), 2));
        cells.add(number(box.height(), 2));
        cells.add(number(face.face().score(), 4));
        cells.add(found(face));
    }

    private static void add(List<String> cells, AnalysedFace.Expressions expressions, List<String> labels) {
        expressions.probabilities().forEach(probability -> cells.add(number(probability, 6)));
        cells.add(labels.get(expressions.predicted()));
        cells.add(expressions.unsure() ? "1" : "0");
        expressions.values().forEach(value -> cells.add(number(value, 6)));
    }

    private static List<String> padded(List<String> cells, int columns) {
        while (cells.size() < columns) {
            cells.add("");
        }
        return cells;
    }

    static String found(TrackedFace face) {
        return face.sighting() == Sighting.FOUND ? "1" : "0";
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /**
     * The face of a row; empty if the frame has none.
     *
     * @throws IllegalArgumentException if the row is damaged
     */
    Optional<AnalysedFace> face(CSVRecord row) {
        if (row.get("face").isEmpty()) {
            return Optional.empty();
        }
        FaceBounds box = new FaceBounds(value(row, "x"), value(row, "y"), value(row, "width"), value(row, "height"));
        List<FacePoint> points = new ArrayList<>();
        for (String point : FacePoints.NAMES) {
            if (!row.get(point + "_x").isEmpty()) {
                points.add(new FacePoint(value(row, point + "_x"), value(row, point + "_y")));
            }
        }
        Optional<FacePoints> known =
                points.size() == FacePoints.NAMES.size() ? Optional.of(FacePoints.of(points)) : Optional.empty();
        List<AnalysedFace.Expressions> expressions = new ArrayList<>();
        int at = START.size();
        for (int network = 0; network < labels.size(); network++) {
            int classes = labels.get(network).size();
            int others = values.get(network).size();
            expressions.add(
                    new AnalysedFace.Expressions(numbers(row, at, classes), numbers(row, at + classes + 2, others)));
            at += classes + 2 + others;
        }
        return Optional.of(new AnalysedFace(
                new TrackedFace(
                        Integer.parseInt(row.get("face")),
                        new DetectedFace(box, value(row, "score"), known),
                        row.get("found").equals("1") ? Sighting.FOUND : Sighting.CARRIED),
                expressions));
    }

    private static List<Double> numbers(CSVRecord row, int from, int count) {
        List<Double> numbers = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            numbers.add(Double.valueOf(row.get(i)));
        }
        return numbers;
    }

    private static double value(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
