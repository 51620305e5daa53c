package org.maferstudio.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The means over all faces of what networks predict beside their classes, such as valence. Thread-safe. */
public final class ValueMeans {
    private final List<List<String>> names;
    private final List<double[]> sums = new ArrayList<>();
    private final List<long[]> counts = new ArrayList<>();

    /** No faces yet. */
    public ValueMeans(List<LiveNetwork> networks) {
        names = networks.stream()
                .map(network ->
                        network.values().stream().map(value -> value.name()).toList())
                .toList();
        for (List<String> each : names) {
            sums.add(new double[each.size()]);
            counts.add(new long[each.size()]);
        }
    }

    /** Adds the faces of a reading. */
    public synchronized void add(LiveReading reading) {
        for (FaceReading face : reading.faces()) {
            for (int network = 0; network < names.size(); network++) {
                float[] values = face.networks().get(network).recognition().values();
                for (int i = 0; i < values.length; i++) {
                    if (Float.isFinite(values[i])) {
                        sums.get(network)[i] += values[i];
                        counts.get(network)[i]++;
                    }
                }
            }
        }
    }

    /** For each network, the mean of each value by name; null without faces. */
    public synchronized List<Map<String, Double>> byNetwork() {
        List<Map<String, Double>> all = new ArrayList<>();
        for (int network = 0; network < names.size(); network++) {
            Map<String, Double> means = new LinkedHashMap<>();
            for (int i = 0; i < names.get(network).size(); i++) {
                long count = counts.get(network)[i];
                means.put(names.get(network).get(i), count == 0 ? null : (Double) (sums.get(network)[i] / count));
            }
            all.add(means);
        }
        return all;
    }
}
