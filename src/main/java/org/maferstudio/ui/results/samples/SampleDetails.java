package org.maferstudio.ui.results.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputPacker;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Downsampling;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.results.selection.ExperimentResults;

/**
 * One sample in detail: its image, the network input and the prediction at each resolution.
 *
 * @param sample its id
 * @param trueClass its true class, for display
 * @param looks one per resolution, native first
 * @param input what the network takes, in words; empty if that is not known
 * @param image at its own size; empty if the dataset is not available
 * @param labels the classes of the network; empty if they are not known
 */
record SampleDetails(
        String sample,
        String trueClass,
        List<Look> looks,
        String input,
        Optional<RasterImage> image,
        Optional<LabelSet> labels) {
    /**
     * The sample at one resolution.
     *
     * @param resolution {@code native}, or a number of pixels
     * @param predicted the predicted class, for display
     * @param correct whether it is that
     * @param probabilities one per class in the label set's order; of many classes only that of the predicted one
     * @param image the image given to the network, at its own size; empty if the dataset is not available
     * @param input after the contract's colours, resizing and crop; empty if either is not known
     * @param changed whether downsampling changed the image; true at native
     */
    record Look(
            Resolution resolution,
            String predicted,
            boolean correct,
            List<Float> probabilities,
            Optional<RasterImage> image,
            Optional<RasterImage> input,
            boolean changed) {}

    /** Reads a sample's image and computes everything derived from it. */
    static SampleDetails of(ExperimentResults of, String sample, Optional<Sample> source) {
        ExperimentManifest manifest = Experiment.open(of.folder()).manifest();
        Optional<RasterImage> image = source.map(found -> found.pixels().read());
        Optional<InputPacker> packer = manifest.input().map(InputPacker::new);
        List<Look> looks = new ArrayList<>();
        String truth = "";
        for (Predictions predictions : of.predictions()) {
            Optional<Prediction> said = predictions.rows().stream()
                    .filter(row -> row.sample().equals(sample))
                    .findFirst();
            if (said.isPresent()) {
                LabelSet labels = predictions.labels();
                truth = labels.title(said.get().label());
                looks.add(version(predictions, said.get(), image, packer, manifest));
            }
        }
        return new SampleDetails(
                sample,
                truth,
                looks,
                manifest.input().map(SampleDetails::words).orElse(""),
                image,
                manifest.input().map(contract -> new LabelSet(contract.labels())));
    }

    private static Look version(
            Predictions predictions,
            Prediction said,
            Optional<RasterImage> image,
            Optional<InputPacker> packer,
            ExperimentManifest manifest) {
        Resolution resolution = predictions.resolution();
        boolean lower = !resolution.isNative();
        int pixels = resolution.pixels().orElse(0);
        Optional<RasterImage> met = image.map(whole -> lower
                ? Downsampling.downsample(
                        whole, pixels, manifest.recipe().schedule().kernel())
                : whole);
        List<Float> probabilities = new ArrayList<>();
        for (float probability : said.probabilities()) {
            probabilities.add(probability);
        }
        return new Look(
                resolution,
                predictions.labels().title(said.predicted()),
                said.correct(),
                probabilities,
                met,
                met.flatMap(shown -> packer.map(maker -> maker.centre(maker.resized(shown)))),
                !lower
                        || image.map(whole -> Downsampling.changes(whole, pixels))
                                .orElse(true));
    }

    private static String words(InputContract contract) {
        String colour = contract.colour().id();
        return contract.resize() == contract.size()
                ? Texts.of("results.samples.large.inputSize", contract.size(), colour)
                : Texts.of("results.samples.large.inputCropped", contract.size(), colour, contract.resize());
    }
}
