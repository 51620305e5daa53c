package org.maferstudio.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.network.OutputValue;

/** The means over all faces of what networks predict beside their classes, such as valence. Thread-safe. */
public final class ValueMeans {
    private final List<List<String>> names;
    private final List<double[]> sums = new ArrayList<>();
    private long faces;

    /** No faces yet. */
    public ValueMeans(List<LiveNetwork> networks) {
        names = networks.stream()
                .map(network -> network.values().stream().map(OutputValue::name).toList())
                .toList();
        names.forEach(each -> sums.add(new double[each.size()]));
    }

    /** Adds the faces of a reading. */
    public synchronized void add(LiveReading reading) {
        faces += reading.faces().size();
        for (FaceReading face : reading.faces()) {
            for (int network = 0; network < names.size(); network++) {
                float[] values = face.networks().get(network).recognition().values();
                for (int i = 0; i < values.length; i++) {
                    sums.get(network)[i] += values[i];
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
                means.put(names.get(network).get(i), faces == 0 ? null : (Double) (sums.get(network)[i] / faces));
            }
            all.add(means);
        }
        return all;
    }
}
