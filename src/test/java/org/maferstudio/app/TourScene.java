package org.maferstudio.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.experiment.IncludedSeries;
import org.maferstudio.network.onnx.OnnxFixtures;
import org.maferstudio.network.onnx.OnnxPreset;
import org.maferstudio.recipe.Augmentation;
import org.maferstudio.recipe.Cutout;
import org.maferstudio.recipe.ElasticTransform;
import org.maferstudio.recipe.ShiftScaleRotate;
import org.maferstudio.series.SeriesExecution;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.series.report.SeriesFigureKind;
import org.maferstudio.ui.analysis.AnalysisViewModel;
import org.maferstudio.ui.explain.MapChoice;
import org.maferstudio.ui.live.LiveViewModel;
import org.maferstudio.ui.results.ResultsViewModel;
import org.maferstudio.ui.results.comparison.ComparisonMode;
import org.maferstudio.ui.results.experiments.ExperimentRow;
import org.maferstudio.ui.results.samples.WholeSelection;
import org.maferstudio.ui.results.selection.OtherImages;
import org.maferstudio.ui.results.selection.ResultsPage;
import org.maferstudio.ui.results.series.SeriesFigureModel;
import org.maferstudio.ui.training.TrainingViewModel;
import org.maferstudio.ui.training.series.SeriesViewModel;

/**
 * A scene of the screenshot tour: a pane after some actions.
 *
 * @param name ends the name of its screenshot, such as {@code cell}
 * @param actions to run, on the JavaFX thread
 */
record TourScene(String name, Runnable actions) {
    /** All transforms that suit the drawn faces and the compact network. */
    private static final Augmentation EVERY = Augmentation.LIGHT
            .with(new ElasticTransform(0.5, 20, 4, 3))
            .with(new ShiftScaleRotate(0.5, 0.05, 15, 0.1))
            .with(new Cutout(0.5, 3, 0.2, Cutout.Fill.MEAN));

    /** The scenes of a pane. */
    static List<TourScene> of(String pane, Wiring wiring) {
        return switch (pane) {
            case "datasets" -> List.of(new TourScene("crop", wiring.datasets()::showFaceCrops));
            case "training" -> of(wiring.training());
            case "results" -> ofResults(wiring);
            case "live" -> of(wiring.live());
            case "analysis" -> of(wiring.analysis());
            default -> List.of();
        };
    }

    /** A planned series, here and on a cluster, the runs of one if there is any, then the augmentation expanded. */
    private static List<TourScene> of(TrainingViewModel training) {
        SeriesViewModel series = training.series();
        List<TourScene> scenes = new ArrayList<>(List.of(
                new TourScene("series", () -> {
                    series.open();
                    series.rows().get(0).valuesProperty().set("log 1e-4..1e-2 x 5");
                    series.add();
                    series.rows().get(1).targetProperty().set(SweepTarget.of("schedule.howOften"));
                    series.rows().get(1).valuesProperty().set("off; cr-simplified");
                    series.seeds().textProperty().set("17, 18, 19");
                    series.execution().atOnce().set(2);
                }),
                new TourScene("series-slurm", () -> {
                    series.execution().slurmHereProperty().set(true);
                    series.execution().whereProperty().set(SeriesExecution.Where.SLURM);
                }),
                new TourScene("augmentation", () -> {
                    series.execution().whereProperty().set(SeriesExecution.Where.LOCAL);
                    series.openProperty().set(false);
                    training.seriesRuns().openProperty().set(false);
                    training.showAugmentation(EVERY);
                })));
        training.queue().runs().stream()
                .filter(run -> run.isSeries())
                .findFirst()
                .ifPresent(run -> scenes.add(2, new TourScene("series-runs", () -> {
                    series.openProperty().set(false);
                    training.openRuns(run);
                })));
        return scenes;
    }

    /** What an experiment shows, the included networks as a series, and the experiment again, for the panes that follow. */
    private static List<TourScene> ofResults(Wiring wiring) {
        ResultsViewModel results = wiring.results();
        List<TourScene> scenes = new ArrayList<>(of(results));
        ExperimentRow selected = results.experiments().selectedProperty().get();
        if (selected != null) {
            Path gallery =
                    IncludedExperiments.folderIn(wiring.workbench().workspace().folder());
            SeriesFigureModel figures = results.series().figures();
            scenes.add(new TourScene("series", () -> wiring.jobs()
                    .start(
                            "Opening the gallery",
                            progress ->
                                    IncludedSeries.open(gallery).experiment().folder(),
                            (Path folder) -> wiring.workbench().showExperiment(folder))));
            scenes.add(new TourScene("series-lines", () -> {
                figures.kindProperty().set(SeriesFigureKind.PARALLEL);
                figures.filter().moveValue(1);
            }));
            scenes.add(new TourScene("after-series", () -> {
                figures.kindProperty().set(SeriesFigureKind.RESOLUTION);
                wiring.workbench().showExperiment(selected.folder());
            }));
        }
        return scenes;
    }

    /** A cell of the matrix, the other pages, then a comparison; none where there are no results. */
    private static List<TourScene> of(ResultsViewModel results) {
        List<TourScene> scenes = new ArrayList<>();
        if (results.stateProperty().get() == ResultsViewModel.State.SHOWN) {
            scenes.add(new TourScene("cell", () -> results.samples().select(0, 1)));
            scenes.add(new TourScene(
                    "sample",
                    () -> results.samples().samples().stream().findFirst().ifPresent(results.large()::open)));
            scenes.add(new TourScene(
                    "sample-maps",
                    () -> results.large().explanation().choiceProperty().set(MapChoice.OCCLUSION)));
            scenes.add(new TourScene("sweep", () -> {
                results.large().explanation().choiceProperty().set(MapChoice.NONE);
                results.samples().clear();
                results.shown().resolutions().stream()
                        .reduce((larger, smaller) -> smaller)
                        .ifPresent(results.shown().resolutionProperty()::set);
                results.samples().choose(new WholeSelection());
                results.samples().openProperty().set(false);
            }));
            scenes.add(new TourScene("slices", () -> {
                results.samples().clear();
                results.pages().show(ResultsPage.SLICES);
            }));
            scenes.add(new TourScene("labels", () -> {
                results.samples().clear();
                results.pages().show(ResultsPage.LABELS);
            }));
            scenes.add(new TourScene("paper", () -> results.pages().show(ResultsPage.PAPER)));
            scenes.add(new TourScene("datasets", () -> results.pages().show(ResultsPage.DATASETS)));
            scenes.add(new TourScene(
                    "degraded", () -> results.pages().otherImagesProperty().set(OtherImages.DEGRADED)));
            scenes.add(new TourScene("figures", () -> results.pages().show(ResultsPage.FIGURES)));
            scenes.add(new TourScene("figure-for-print", () -> {
                results.pages().show(ResultsPage.FIGURES);
                results.exchange().exportFigure();
            }));
            scenes.add(new TourScene("bundle", () -> {
                results.exchange().close();
                results.exchange().exportBundle();
            }));
            scenes.add(new TourScene("network-file", () -> {
                results.exchange().close();
                results.exchange().networkImport().open(OnnxFixtures.file("mtl224"));
            }));
            scenes.add(new TourScene(
                    "network-images", () -> results.exchange().networkImport().usePreset(OnnxPreset.HSEMOTION_B0_MTL)));
            scenes.add(new TourScene(
                    "network-check",
                    () -> results.exchange().networkImport().check().start()));
            scenes.add(new TourScene("table", () -> {
                results.exchange().close();
                results.experiments().table().toggle();
            }));
            scenes.addAll(compared(results));
        }
        return scenes;
    }

    /** A comparison with up to three others; none where there is only one experiment. */
    private static List<TourScene> compared(ResultsViewModel results) {
        ExperimentRow selected = results.experiments().selectedProperty().get();
        List<ExperimentRow> others = results.experiments().rows().stream()
                .filter(row -> !row.isSameAs(selected) && !row.training() && row.evaluated())
                .limit(3)
                .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        return List.of(
                new TourScene("comparison", () -> {
                    results.experiments().table().openProperty().set(false);
                    others.forEach(row -> row.tickedProperty().set(true));
                }),
                new TourScene("side-by-side", () -> results.pages().show(ResultsPage.COMPARE)),
                new TourScene(
                        "difference", () -> results.comparison().modeProperty().set(ComparisonMode.DIFFERENCE)));
    }

    /** The first person of the sample film in the form, the results, and a part of them. */
    private static List<TourScene> of(AnalysisViewModel analysis) {
        return List.of(
                new TourScene("form", () -> {
                    analysis.addSample();
                    analysis.form().toProperty().set("0:11");
                }),
                new TourScene("results", analysis::start),
                new TourScene("part", () -> analysis.select(2, 5)));
    }

    /** The sample film at native resolution, downsampled, and explained. */
    private static List<TourScene> of(LiveViewModel live) {
        return List.of(
                new TourScene("sample", live::showSample),
                new TourScene("8px", live::showLowest),
                new TourScene("maps", () -> {
                    live.frozenProperty().set(true);
                    live.explanation().choiceProperty().set(MapChoice.GRAD_CAM);
                }),
                new TourScene("own-classes", () -> {
                    live.frozenProperty().set(false);
                    live.own().openProperty().set(true);
                }));
    }
}
