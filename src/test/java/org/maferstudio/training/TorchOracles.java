package org.maferstudio.training;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.maferstudio.recipe.OptimiserConfig;

/** What {@code make_torch_oracles.py} wrote with PyTorch 1.13. */
public record TorchOracles(
        List<OptimiserCase> optimisers,
        List<LossCase> losses,
        List<PlateauCase> plateaus,
        List<AverageCase> averages,
        List<DistillationCase> distillations,
        List<MixingCase> mixings) {
    public record AverageCase(double decay, List<Layer> steps, List<Layer> means) {}

    public record Layer(List<Double> weight, List<Double> variance) {}

    public record DistillationCase(
            double temperature,
            double weight,
            List<Double> student,
            List<Double> teacher,
            double loss,
            List<Double> gradient) {}

    public record MixingCase(
            List<Double> images,
            double share,
            List<Integer> box,
            List<Double> blended,
            List<Double> blendedShares,
            List<Double> cut,
            double cutShare,
            List<Double> cutShares) {}

    public record OptimiserCase(
            String name,
            String algorithm,
            double momentum,
            boolean nesterov,
            double weightDecay,
            double beta1,
            double beta2,
            boolean amsgrad,
            List<Double> rates,
            List<Double> start,
            List<List<Double>> gradients,
            List<List<Double>> after) {
        OptimiserConfig plan() {
            OptimiserConfig.Algorithm kind = OptimiserConfig.Algorithm.valueOf(algorithm.toUpperCase(Locale.ROOT));
            return new OptimiserConfig(kind, 1, null, weightDecay, momentum, nesterov, beta1, beta2, amsgrad);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public record LossCase(
            List<Double> weights,
            double smoothing,
            List<List<Double>> logits,
            List<List<Integer>> labels,
            double loss,
            List<Double> gradient,
            List<Double> shared,
            List<Double> accumulated) {}

    public record PlateauCase(
            boolean smallerIsBetter,
            int patience,
            double factor,
            double threshold,
            double minimum,
            double rate,
            List<Double> values,
            List<Double> rates) {}

    public static TorchOracles read() {
        try (Reader reader = new InputStreamReader(
                TorchOracles.class.getResourceAsStream("torch-oracles.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, TorchOracles.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static float[] floats(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return floats;
    }

    static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
