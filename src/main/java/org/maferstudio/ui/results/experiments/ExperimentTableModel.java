package org.maferstudio.ui.results.experiments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Problem;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** All experiments with all that is known of them: which columns there are, and how the rows are grouped. */
public final class ExperimentTableModel {
    private static final System.Logger LOG = System.getLogger(ExperimentTableModel.class.getName());

    /** Rows under one heading; the heading is empty if there are no groups. */
    record Group(String title, List<ExperimentRow> rows) {}

    private final ExperimentList list;
    private final LatestJob reading;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final BooleanProperty differing = new SimpleBooleanProperty(this, "differing", true);
    private final ObservableList<TableColumnKind> columns = FXCollections.observableArrayList();
    private final ObjectProperty<TableColumnKind> groupBy = new SimpleObjectProperty<>(this, "groupBy");
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper(this, "changed");
    private final Map<Path, Map<String, String>> settings = new HashMap<>();
    private Map<Path, BestResult> reached = Map.of();

    ExperimentTableModel(ExperimentList list, Jobs jobs) {
        this.list = list;
        reading = new LatestJob(jobs);
        open.addListener((property, old, now) -> read());
        differing.addListener((property, old, now) -> arrange());
        groupBy.addListener((property, old, now) -> notifyChanged());
        list.rows().addListener((ListChangeListener<ExperimentRow>) change -> {
            if (open.get()) {
                read();
            }
        });
    }

    // Properties

    /** Whether the table fills the pane; nothing is read for it before. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether of the settings only those are columns in which the experiments differ. */
    BooleanProperty differingProperty() {
        return differing;
    }

    /** The columns there are. */
    ObservableList<TableColumnKind> columns() {
        return columns;
    }

    /** The column by which rows are grouped; null for no groups. */
    ObjectProperty<TableColumnKind> groupByProperty() {
        return groupBy;
    }

    /** Counts up whenever the groups have changed. */
    ReadOnlyIntegerProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** The experiments that match the filter, in groups. */
    List<Group> groups() {
        TableColumnKind by = groupBy.get();
        if (by == null) {
            return List.of(new Group("", List.copyOf(list.rows())));
        }
        Map<String, List<ExperimentRow>> groups = new LinkedHashMap<>();
        for (ExperimentRow row : list.rows()) {
            String value = by.text().apply(row);
            groups.computeIfAbsent(value, title -> new ArrayList<>()).add(row);
        }
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(by.order()))
                .map(entry -> new Group(
                        by.title() + ": " + (entry.getKey().isEmpty() ? "\u2013" : entry.getKey()), entry.getValue()))
                .toList();
    }

    // Commands

    /** Fills the pane with the table, or leads back to the figures. */
    public void toggle() {
        open.set(!open.get());
    }

    private void read() {
        if (!open.get()) {
            reading.drop();
            return;
        }
        arrange();
        List<ExperimentRow> rows = List.copyOf(list.all());
        reading.start(JobPlan.<Map<Path, BestResult>>of(Texts.of("results.experiments.job.accuracies"), progress -> {
                    Map<Path, BestResult> found = new HashMap<>();
                    for (ExperimentRow row : rows) {
                        if (progress.stopRequested()) {
                            break;
                        }
                        found.put(row.folder(), reached(row.folder()));
                    }
                    return found;
                })
                .weighing(JobPlan.Weight.QUIET)
                .onDone(found -> {
                    reached = found;
                    arrange();
                }));
    }

    /** A damaged file hides a number, not the table. */
    private static BestResult reached(Path folder) {
        try {
            return BestResult.of(Experiment.open(folder));
        } catch (Problem e) {
            LOG.log(System.Logger.Level.INFO, e.getMessage(), e);
            return BestResult.NOTHING;
        }
    }

    private void arrange() {
        list.all().forEach(row -> settings.put(row.folder(), DifferingSettings.of(row)));
        List<TableColumnKind> now = new ArrayList<>();
        resolutions()
                .forEach(resolution -> now.add(number(
                        "accuracy@" + resolution,
                        resolution.isNative()
                                ? Texts.of("results.experiments.column.native")
                                : Texts.of("results.experiments.column.resolution", resolution),
                        row -> share(reached(row).accuracies().getOrDefault(resolution, Double.NaN)))));
        now.addAll(List.of(
                words("split", Texts.of("results.evaluate.split.label"), row -> reached(row)
                        .split()),
                number("best", Texts.of("results.experiments.column.best"), row -> share(row.best()))));
        settings()
                .forEach(field -> now.add(new TableColumnKind(
                        field,
                        DifferingSettings.title(field),
                        row -> settings.get(row.folder()).getOrDefault(field, ""),
                        TableColumnKind.Kind.WORDS)));
        now.addAll(List.of(
                words("tags", Texts.of("results.experiments.column.tags"), row -> String.join(", ", row.tags())),
                words(
                        "notes",
                        Texts.of("results.experiments.column.notes"),
                        row -> row.notes().lines().findFirst().orElse("")),
                words("status", Texts.of("results.experiments.column.status"), ExperimentRow::status),
                words("dataset", Texts.of("results.experiments.column.dataset"), ExperimentRow::dataset),
                words("began", Texts.of("results.experiments.column.started"), ExperimentRow::began),
                number(
                        "looks",
                        Texts.of("results.experiments.column.testEvaluations"),
                        row -> Integer.toString(row.testEvaluations()))));
        String grouped = groupBy.get() == null ? "" : groupBy.get().id();
        columns.setAll(now);
        groupBy.set(now.stream()
                .filter(column -> column.id().equals(grouped))
                .findFirst()
                .orElse(null));
        notifyChanged();
    }

    private static TableColumnKind words(String id, String title, Function<ExperimentRow, String> text) {
        return new TableColumnKind(id, title, text, TableColumnKind.Kind.WORDS);
    }

    private static TableColumnKind number(String id, String title, Function<ExperimentRow, String> text) {
        return new TableColumnKind(id, title, text, TableColumnKind.Kind.NUMBERS);
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "" : Numbers.percent(value);
    }

    private BestResult reached(ExperimentRow row) {
        return reached.getOrDefault(row.folder(), BestResult.NOTHING);
    }

    private Set<Resolution> resolutions() {
        Set<Resolution> all = new TreeSet<>();
        reached.values().forEach(each -> all.addAll(each.accuracies().keySet()));
        return all;
    }

    /** The settings that are columns. */
    private List<String> settings() {
        List<Map<String, String>> trained = list.all().stream()
                .filter(ExperimentRow::trained)
                .map(row -> settings.get(row.folder()))
                .toList();
        return differing.get()
                ? DifferingSettings.among(trained)
                : trained.isEmpty() ? List.of() : List.copyOf(trained.get(0).keySet());
    }

    private void notifyChanged() {
        changed.set(changed.get() + 1);
    }
}
