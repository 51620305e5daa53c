package org.maferstudio.cli.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.maferstudio.analysis.FilmReport;
import org.maferstudio.job.CountText;
import org.maferstudio.texts.Numbers;

/** Describes the analysis of a film in a few lines. */
public final class AnalysisSummary {
    private AnalysisSummary() {}

    /**
     * The lines.
     *
     * @param speed seconds of film per second; empty if it is not known
     */
    public static List<String> lines(FilmReport report, OptionalDouble speed) {
        List<String> lines = new ArrayList<>();
        FilmReport.Counts counts = report.counts();
        lines.add(report.film().file() + ": " + CountText.of(counts.frames(), "frame") + " in "
                + Numbers.fixed(report.summary().seconds(), 1) + " s, "
                + Numbers.count(counts.framesWithFace()) + " with a face, "
                + CountText.of(counts.identities(), "tracked face")
                + (speed.isPresent() ? String.format(Locale.ROOT, "; %.1f times real time", speed.getAsDouble()) : ""));
        for (int i = 0; i < report.networks().size(); i++) {
            FilmReport.Shares shares = report.summary().networks().get(i);
            if (!shares.predicted().isEmpty()) {
                lines.add("  " + report.networks().get(i).name() + ": " + words(shares));
            }
        }
        if (counts.damagedPackets() > 0) {
            lines.add("  damaged: " + CountText.of(counts.damagedPackets(), "packet") + " could not be decoded");
        }
        report.missing()
                .ifPresent(seconds -> lines.add("  incomplete: the file has "
                        + Numbers.fixed(report.film().duration() - seconds, 1) + " of about "
                        + Numbers.fixed(report.film().duration(), 1) + " s; the rest is missing"));
        return lines;
    }

    private static String words(FilmReport.Shares shares) {
        String classes = shares.predicted().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> entry.getKey() + " " + Numbers.percent(entry.getValue()) + " %")
                .collect(Collectors.joining(", "));
        String values = shares.values().entrySet().stream()
                .map(entry -> "; mean " + entry.getKey() + " " + Numbers.signed(entry.getValue(), 2))
                .collect(Collectors.joining());
        return classes + " of the time with a face; unsure " + Numbers.percent(shares.unsure()) + " %" + values;
    }
}
