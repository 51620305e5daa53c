package org.maferstudio.ui.live.ownclasses;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.live.FaceReading;
import org.maferstudio.live.LiveReading;
import org.maferstudio.live.NetworkReading;
import org.maferstudio.live.ReportedAccuracy;
import org.maferstudio.network.Recognition;
import org.maferstudio.ownclasses.LinearClassifier;
import org.maferstudio.ownclasses.OwnClass;
import org.maferstudio.ownclasses.OwnClassifier;
import org.maferstudio.ownclasses.TrainedAt;
import org.maferstudio.results.ResolutionSweep;

/**
 * What a training gave.
 *
 * @param classes with the samples that were trained on
 * @param classifiers one per network of the live view, in its order
 * @param sweeps for each of them, the held-out accuracy by resolution of each variant; none if it could not be measured
 * @param seconds that the training took
 */
record TrainedClasses(
        List<OwnClass> classes,
        List<OwnClassifier> classifiers,
        List<Map<TrainedAt, ResolutionSweep>> sweeps,
        double seconds) {
    static TrainedClasses of(List<OwnClass> classes, List<OwnClassifier> classifiers, double seconds) {
        List<Map<TrainedAt, ResolutionSweep>> sweeps = new ArrayList<>();
        for (OwnClassifier classifier : classifiers) {
            Map<TrainedAt, ResolutionSweep> measured = new EnumMap<>(TrainedAt.class);
            classifier.variants().forEach((at, variant) -> {
                if (!variant.heldOut().isEmpty()) {
                    measured.put(at, ResolutionSweep.of(variant.heldOut()));
                }
            });
            sweeps.add(measured);
        }
        return new TrainedClasses(classes, classifiers, sweeps, seconds);
    }

    LabelSet labels() {
        return new LabelSet(classes.stream().map(OwnClass::name).toList());
    }

    /** Whether it was evaluated on held-out samples. */
    boolean evaluated() {
        return sweeps.stream().noneMatch(Map::isEmpty);
    }

    /** The held-out accuracy of a network's classifier; empty if it could not be measured. */
    Optional<ReportedAccuracy> accuracy(int network, TrainedAt at) {
        OwnClassifier classifier = classifiers.get(network);
        return ReportedAccuracy.of(
                classifier.at(at).heldOut(), classifier.contract().resize());
    }

    /** The same reading with the user's classes in place of each network's. */
    LiveReading read(LiveReading reading, TrainedAt at) {
        List<LinearClassifier> heads = classifiers.stream()
                .map(classifier -> classifier.at(at).classifier())
                .toList();
        List<FaceReading> faces = reading.faces().stream()
                .map(face -> new FaceReading(face.face(), zip(face.networks(), heads)))
                .toList();
        Optional<LiveReading.Sweep> sweep = reading.sweep().map(swept -> {
            List<List<NetworkReading>> networks = new ArrayList<>();
            for (int i = 0; i < swept.networks().size(); i++) {
                LinearClassifier head = heads.get(i);
                networks.add(swept.networks().get(i).stream()
                        .map(each -> read(each, head))
                        .toList());
            }
            return new LiveReading.Sweep(swept.face(), swept.resolutions(), networks);
        });
        return new LiveReading(reading.frame(), reading.resolution(), faces, sweep, reading.latency());
    }

    private static List<NetworkReading> zip(List<NetworkReading> networks, List<LinearClassifier> heads) {
        List<NetworkReading> read = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            read.add(read(networks.get(i), heads.get(i)));
        }
        return read;
    }

    private static NetworkReading read(NetworkReading reading, LinearClassifier head) {
        Recognition own = reading.recognition();
        return new NetworkReading(reading.seen(), head.recognise(own.features()).withValues(own.values()));
    }
}
