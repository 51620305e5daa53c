package org.maferstudio.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The user's settings. Missing or out-of-range values become their defaults.
 *
 * @param theme of the window
 * @param fontSize of the window, 10 to 24 px
 * @param workspace the folder of experiments; empty for the default one
 * @param threads for training and inference; 0 for the number of cores
 * @param pane the pane that was last shown
 * @param window the last position of the window
 * @param recentDatasets the datasets opened last, latest first, at most {@link #RECENT}
 * @param torch an installed PyTorch that replaces the included one; null for the included one
 * @param datasets saved information about datasets, by path, at most {@link #REMEMBERED}
 * @param listWidth of the list of experiments, 150 to 900 px at the default font size
 * @param jobSetup lines of shell that each job of a cluster runs first, such as {@code module load java/17}
 */
public record Settings(
        Theme theme,
        int fontSize,
        String workspace,
        int threads,
        String pane,
        WindowBounds window,
        List<String> recentDatasets,
        Map<String, RememberedDataset> datasets,
        Torch torch,
        double listWidth,
        List<String> jobSetup) {
    /**
     * An installed PyTorch that was tested and works.
     *
     * @param libraries the folder of its native libraries
     * @param version such as {@code 2.7.1}
     * @param flavor such as {@code cu128} or {@code cpu}
     */
    public record Torch(String libraries, String version, String flavor) {}

    /** Maximum number of recent datasets. */
    public static final int RECENT = 8;

    /** Maximum number of datasets with saved information. */
    public static final int REMEMBERED = 100;

    /** The default font size, in px. */
    public static final int DEFAULT_FONT_SIZE = 14;

    /** The smallest font size, in px. */
    public static final int SMALLEST_FONT = 10;

    /** The largest font size, in px. */
    public static final int LARGEST_FONT = 24;

    private static final int MOST_THREADS = 256;
    private static final double DEFAULT_LIST = 300;
    private static final double SMALLEST_LIST = 150;
    private static final double LARGEST_LIST = 900;

    /** The theme of the window. */
    public enum Theme {
        /** Follows the system. */
        SYSTEM,
        /** Dark text on a light background. */
        LIGHT,
        /** Light text on a dark background. */
        DARK
    }

    public Settings {
        theme = Objects.requireNonNullElse(theme, Theme.SYSTEM);
        fontSize = fontSize < SMALLEST_FONT || fontSize > LARGEST_FONT ? DEFAULT_FONT_SIZE : fontSize;
        workspace = Objects.requireNonNullElse(workspace, "");
        threads = threads < 0 || threads > MOST_THREADS ? 0 : threads;
        pane = Objects.requireNonNullElse(pane, "start");
        window = Objects.requireNonNullElse(window, WindowBounds.DEFAULT);
        recentDatasets = recentDatasets == null
                ? List.of()
                : recentDatasets.stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .limit(RECENT)
                        .toList();
        datasets = datasets == null ? Map.of() : remembered(datasets);
        boolean whole = torch != null && torch.libraries() != null && torch.version() != null && torch.flavor() != null;
        torch = whole ? torch : null;
        listWidth = listWidth >= SMALLEST_LIST && listWidth <= LARGEST_LIST ? listWidth : DEFAULT_LIST;
        jobSetup = jobSetup == null
                ? List.of()
                : jobSetup.stream().filter(Objects::nonNull).toList();
    }

    /** The defaults. */
    public static Settings defaults() {
        return new Settings(null, 0, null, 0, null, null, null, null, null, 0, null);
    }

    public Settings withTheme(Theme newTheme) {
        return new Settings(
                newTheme,
                fontSize,
                workspace,
                threads,
                pane,
                window,
                recentDatasets,
                datasets,
                torch,
                listWidth,
                jobSetup);
    }

    public Settings withFontSize(int newSize) {
        return new Settings(
                theme, newSize, workspace, threads, pane, window, recentDatasets, datasets, torch, listWidth, jobSetup);
    }

    public Settings withWorkspace(String newWorkspace) {
        return new Settings(
                theme,
                fontSize,
                newWorkspace,
                threads,
                pane,
                window,
                recentDatasets,
                datasets,
                torch,
                listWidth,
                jobSetup);
    }

    public Settings withThreads(int newThreads) {
        return new Settings(
                theme,
                fontSize,
                workspace,
                newThreads,
                pane,
                window,
                recentDatasets,
                datasets,
                torch,
                listWidth,
                jobSetup);
    }

    public Settings withPane(String newPane) {
        return new Settings(
                theme,
                fontSize,
                workspace,
                threads,
                newPane,
                window,
                recentDatasets,
                datasets,
                torch,
                listWidth,
                jobSetup);
    }

    public Settings withWindow(WindowBounds newWindow) {
        return new Settings(
                theme,
                fontSize,
                workspace,
                threads,
                pane,
                newWindow,
                recentDatasets,
                datasets,
                torch,
                listWidth,
                jobSetup);
    }

    public Settings withListWidth(double newWidth) {
        return new Settings(
                theme, fontSize, workspace, threads, pane, window, recentDatasets, datasets, torch, newWidth, jobSetup);
    }

    /** Returns a copy with other lines for the jobs of a cluster. */
    public Settings withJobSetup(List<String> newLines) {
        return new Settings(
                theme,
                fontSize,
                workspace,
                threads,
                pane,
                window,
                recentDatasets,
                datasets,
                torch,
                listWidth,
                newLines);
    }

    /** Returns a copy with another engine; null for the included one. */
    public Settings withTorch(Torch newTorch) {
        return new Settings(
                theme,
                fontSize,
                workspace,
                threads,
                pane,
                window,
                recentDatasets,
                datasets,
                newTorch,
                listWidth,
                jobSetup);
    }

    /** Returns a copy with a dataset first in the recent ones. */
    public Settings withRecentDataset(String path) {
        List<String> recent =
                Stream.concat(Stream.of(path), recentDatasets.stream()).toList();
        return new Settings(
                theme, fontSize, workspace, threads, pane, window, recent, datasets, torch, listWidth, jobSetup);
    }

    /** Returns a copy with a dataset in its previous place in the recent ones. */
    public Settings withDatasetAmong(String path, List<String> before) {
        List<String> recent = new ArrayList<>(recentDatasets);
        recent.remove(path);
        int place = (int) before.stream()
                .takeWhile(each -> !each.equals(path))
                .filter(recent::contains)
                .count();
        recent.add(place, path);
        return new Settings(
                theme, fontSize, workspace, threads, pane, window, recent, datasets, torch, listWidth, jobSetup);
    }

    /** Returns a copy without a dataset and its saved information. */
    public Settings withoutDataset(String path) {
        List<String> recent =
                recentDatasets.stream().filter(each -> !each.equals(path)).toList();
        Map<String, RememberedDataset> others = new LinkedHashMap<>(datasets);
        others.remove(path);
        return new Settings(
                theme, fontSize, workspace, threads, pane, window, recent, others, torch, listWidth, jobSetup);
    }

    /** The saved information about a dataset. */
    public RememberedDataset dataset(String path) {
        return datasets.getOrDefault(path, RememberedDataset.NONE);
    }

    /** Returns a copy with saved information about a dataset. */
    public Settings withDataset(String path, UnaryOperator<RememberedDataset> change) {
        Map<String, RememberedDataset> changed = new LinkedHashMap<>();
        changed.put(path, change.apply(dataset(path)));
        datasets.forEach(changed::putIfAbsent);
        return new Settings(
                theme, fontSize, workspace, threads, pane, window, recentDatasets, changed, torch, listWidth, jobSetup);
    }

    /** Latest first. */
    private static Map<String, RememberedDataset> remembered(Map<String, RememberedDataset> all) {
        Map<String, RememberedDataset> kept = new LinkedHashMap<>();
        all.forEach((path, memory) -> {
            if (path != null && memory != null && kept.size() < REMEMBERED) {
                kept.put(path, memory);
            }
        });
        return Collections.unmodifiableMap(kept);
    }
}
