package org.maferstudio.report.html;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.maferstudio.explain.Explanation;
import org.maferstudio.report.figures.ExplanationFigure;

/**
 * What the networks of a report look at when they predict a class, on average over images.
 *
 * @param networks maps of each experiment whose network is there, by its name
 * @param images of a class at a resolution, at most
 */
public record ReportMaps(Map<String, List<List<Explanation>>> networks, int images) {
    /** No maps, and no section for them. */
    public static final ReportMaps NONE = new ReportMaps(Map.of(), 0);

    /** The figure of a network: one row per class. */
    ExplanationFigure figure(String network) {
        return new ExplanationFigure(networks.get(network).stream()
                .map(row -> new ExplanationFigure.Row("", row))
                .toList());
    }

    /** What the figures are, and which networks have none. */
    String note(List<String> names) {
        String missing =
                names.stream().filter(name -> !networks.containsKey(name)).collect(Collectors.joining(", "));
        return HtmlPage.note("Mean occlusion maps over up to " + images + " random images that a network predicts as a "
                        + "class at a resolution, whether it is right or not, over their mean image; with the mean probability "
                        + "of the class. Resolutions at which no image is predicted as the class are left out. Within a "
                        + "row, equal colours are equal values. A map describes the network, not the face.")
                + (missing.isEmpty() ? "" : HtmlPage.note("Without a network, and so without maps: " + missing + "."));
    }
}
