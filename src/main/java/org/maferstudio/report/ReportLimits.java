package org.maferstudio.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Facts;
import org.maferstudio.job.Counted;
import org.maferstudio.results.ClassScore;
import org.maferstudio.results.ResolutionSweep;

/** What the numbers of a report do not show, as far as its own data tell. */
final class ReportLimits {
    private static final int FEW = 30;

    private ReportLimits() {}

    static List<String> of(Evaluated evaluated, List<ResolutionSweep> sweeps) {
        List<String> limits = new ArrayList<>();
        List<Facts> facts =
                evaluated.experiments().stream().map(Experiment::facts).toList();
        if (facts.stream().anyMatch(ReportLimits::drawn)) {
            limits.add("Drawn faces are a toy: they show that the program works and which way an effect goes,"
                    + " and say nothing about how well faces of people are recognised.");
        }
        if (facts.stream().anyMatch(each -> each.state().status() == Facts.Status.IMPORTED)) {
            limits.add("Imported predictions are taken as they came: nobody here knows on which samples that network"
                    + " was trained, nor how it was chosen.");
        }
        limits.add("One run of each recipe, one seed: the intervals hold the sampling error of the " + evaluated.split()
                + " images, not the spread between runs.");
        if (evaluated.split().equals("validation")) {
            limits.add("The kept network was chosen on this very validation split, so the numbers at the resolution it"
                    + " was chosen at are somewhat too good.");
        }
        int looks = facts.stream().mapToInt(Facts::testLooks).max().orElse(0);
        if (looks > 1) {
            limits.add("The test split was looked at " + looks + " times; each look makes its numbers less honest.");
        }
        limits.add("Duplicates across splits are not told apart here: pictures of the " + evaluated.split()
                + " split that also stand in the training split count like any other. The check of the dataset finds"
                + " them.");
        limits.addAll(evaluated.losses());
        few(sweeps).ifPresent(limits::add);
        nothing(sweeps).ifPresent(limits::add);
        limits.add("Sampling a picture down and up again is not a far camera: no sensor noise, no motion, no"
                + " compression.");
        limits.add("A face shows an expression; what a person feels is another question, and this says nothing"
                + " about it.");
        return limits;
    }

    private static boolean drawn(Facts facts) {
        return facts.dataset().format().equals("drawn");
    }

    private static Optional<String> few(List<ResolutionSweep> sweeps) {
        ResolutionSweep sweep = sweeps.get(0);
        if (sweep.labels().isMany()) {
            long few = sweep.points().get(0).scores().classes().stream()
                    .filter(score -> score.n() < FEW)
                    .count();
            return few == 0
                    ? Optional.empty()
                    : Optional.of("Fewer than " + FEW + " samples of " + Counted.of(few, "class", "classes")
                            + ": the mean over classes weighs each of them alike.");
        }
        String names = sweep.points().get(0).scores().classes().stream()
                .filter(score -> score.n() < FEW)
                .map((ClassScore score) -> sweep.labels().title(score.label()) + " (" + score.n() + ")")
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Fewer than " + FEW + " samples of " + names + ": the accuracy of such a class is a guess.");
    }

    private static Optional<String> nothing(List<ResolutionSweep> sweeps) {
        String resolutions = sweeps.get(0).points().stream()
                .filter(ResolutionSweep.Point::nothing)
                .map(point -> Numbers.resolution(point.resolution()))
                .collect(Collectors.joining(", "));
        return resolutions.isEmpty()
                ? Optional.empty()
                : Optional.of("Lowering to " + resolutions
                        + " does nothing here, since the pictures are no larger: those rows repeat native.");
    }
}
