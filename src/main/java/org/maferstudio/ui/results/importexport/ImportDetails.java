package org.maferstudio.ui.results.importexport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.results.imports.ImportedMatrix;
import org.maferstudio.results.imports.ImportedPredictions;
import org.maferstudio.schedule.Resolution;

/** The user's settings for the content of a file: columns, classes, and kind of values. */
final class ImportDetails {
    /** Represents a column recognised by name, or none. */
    static final String BY_NAME = "";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");

    private final Map<ImportedPredictions.Column, StringProperty> columns =
            new EnumMap<>(ImportedPredictions.Column.class);
    private final StringProperty classes = new SimpleStringProperty(this, "classes", "");
    private final ObjectProperty<ImportedMatrix.Rows> rows =
            new SimpleObjectProperty<>(this, "rows", ImportedMatrix.Rows.TRUTH);
    private final StringProperty samplesByClass = new SimpleStringProperty(this, "samplesByClass", "");
    private final ObjectProperty<ImportedPredictions.Scores> scores =
            new SimpleObjectProperty<>(this, "scores", ImportedPredictions.Scores.AUTO);
    private final BooleanProperty leavingOut = new SimpleBooleanProperty(this, "leavingOut");

    ImportDetails() {
        for (ImportedPredictions.Column column : ImportedPredictions.Column.values()) {
            columns.put(column, new SimpleStringProperty(this, column.name(), BY_NAME));
        }
    }

    /** The selected column; {@link #BY_NAME} if it is recognised by name, or there is none. */
    StringProperty columnProperty(ImportedPredictions.Column column) {
        return columns.get(column);
    }

    /** The classes in order, commas between them; empty if the file names them. */
    StringProperty classesProperty() {
        return classes;
    }

    /** What the rows of a matrix are. */
    ObjectProperty<ImportedMatrix.Rows> rowsProperty() {
        return rows;
    }

    /** How many samples each class of a matrix of shares has, commas between them; empty for a matrix of counts. */
    StringProperty samplesByClassProperty() {
        return samplesByClass;
    }

    /** What the numbers by class of a table are. */
    ObjectProperty<ImportedPredictions.Scores> scoresProperty() {
        return scores;
    }

    /** Whether rows that cannot be read are left out, however many there are. */
    BooleanProperty leavingOutProperty() {
        return leavingOut;
    }

    /** Everything that changes how a file is read. */
    List<Observable> properties() {
        List<Observable> all = new ArrayList<>(columns.values());
        all.addAll(List.of(classes, rows, samplesByClass, scores, leavingOut));
        return all;
    }

    /** As for a new file. */
    void reset() {
        columns.values().forEach(column -> column.set(BY_NAME));
        classes.set("");
        rows.set(ImportedMatrix.Rows.TRUTH);
        samplesByClass.set("");
        scores.set(ImportedPredictions.Scores.AUTO);
        leavingOut.set(false);
    }

    /** Whether the samples by class are whole numbers, or empty. */
    boolean hasSamplesByClass() {
        return parts(samplesByClass).stream()
                .allMatch(each -> NUMBER.matcher(each).matches());
    }

    /** The settings of a table of predictions. */
    ImportedPredictions.Request predictions(String split, Resolution resolution) {
        Map<ImportedPredictions.Column, String> named = new EnumMap<>(ImportedPredictions.Column.class);
        columns.forEach((column, said) -> {
            if (said.get() != null && !said.get().equals(BY_NAME)) {
                named.put(column, said.get());
            }
        });
        return new ImportedPredictions.Request(
                named,
                parts(classes),
                scores.get(),
                leavingOut.get() ? ImportedPredictions.Unreadable.LEAVE_OUT : ImportedPredictions.Unreadable.REFUSE,
                split,
                resolution);
    }

    /** The settings of a matrix; {@link #hasSamplesByClass()} before. */
    ImportedMatrix.Request matrix() {
        List<Long> samples = parts(samplesByClass).stream().map(Long::valueOf).toList();
        return new ImportedMatrix.Request(parts(classes), rows.get(), samples);
    }

    private static List<String> parts(StringProperty list) {
        return Arrays.stream(list.get().strip().split("\\s*[,;\\n]\\s*"))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
