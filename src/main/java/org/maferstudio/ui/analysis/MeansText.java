package org.maferstudio.ui.analysis;

import java.util.List;
import java.util.Locale;
import org.maferstudio.expression.LabelSet;

/** The means of a part as text. */
final class MeansText {
    private MeansText() {}

    /**
     * A table with tabs for spreadsheets, with a row for each network and class, the same in every language: network, class, mean probability, and
     * share of time predicted, both 0 to 1; then, if there are any, a row for each network and value that is no class:
     * network, value, and its mean.
     */
    static String table(FilmReadings readings, List<PartMeans> means) {
        StringBuilder text = new StringBuilder("network\tclass\tmean_probability\tshare_of_time\n");
        for (int network = 0; network < means.size(); network++) {
            FilmReadings.Network one = readings.networks().get(network);
            LabelSet labels = one.labels();
            for (int label = 0; label < labels.size(); label++) {
                text.append(String.format(
                        Locale.ROOT,
                        "%s\t%s\t%.4f\t%.4f%n",
                        one.title(),
                        labels.name(label),
                        means.get(network).probabilities()[label],
                        means.get(network).shares()[label]));
            }
            text.append(String.format(
                    Locale.ROOT,
                    "%s\tunsure\t\t%.4f%n",
                    one.title(),
                    means.get(network).unsure()));
        }
        addValues(text, readings, means);
        return text.toString();
    }

    private static void addValues(StringBuilder text, FilmReadings readings, List<PartMeans> means) {
        if (readings.networks().stream().allMatch(each -> each.values().isEmpty())) {
            return;
        }
        text.append(String.format("%nnetwork\tvalue\tmean%n"));
        for (int network = 0; network < means.size(); network++) {
            FilmReadings.Network one = readings.networks().get(network);
            for (int value = 0; value < one.values().size(); value++) {
                text.append(String.format(
                        Locale.ROOT,
                        "%s\t%s\t%.4f%n",
                        one.title(),
                        one.values().get(value).name(),
                        means.get(network).values()[value]));
            }
        }
    }
}
