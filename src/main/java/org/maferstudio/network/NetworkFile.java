package org.maferstudio.network;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.input.ContractJson;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.texts.Texts;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.WeightFile;

/**
 * A network as it lies on disk: weights, and in their metadata which network it is and what its input must be.
 *
 * @param spec which network
 * @param contract what its input must be; its labels are the network's classes
 * @param weights all its parameters
 */
public record NetworkFile(NetworkSpec spec, InputContract contract, WeightFile weights) {
    private static final String NETWORK = "mafer.network";
    private static final String INPUT = "mafer.input";

    /** A network as it is now. */
    public static NetworkFile of(Network network, InputContract contract) {
        if (contract.labels().size() != network.classes()) {
            throw new IllegalArgumentException(
                    "a network of " + network.classes() + " classes needs as many labels, got " + contract.labels());
        }
        // In a fixed order: Map.of has another one in each process, and equal networks are to be equal files.
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "pt");
        metadata.put(NETWORK, ContractJson.write(network.spec()).toString());
        metadata.put(INPUT, ContractJson.write(contract).toString());
        return new NetworkFile(
                network.spec(), contract, new WeightFile(network.weights().tensors(), metadata));
    }

    /**
     * Reads a network that this program has written.
     *
     * @throws Problem if the file is damaged, or does not say which network it holds
     */
    public static NetworkFile read(Path file) {
        WeightFile weights = Safetensors.read(file);
        return of(weights).orElseThrow(() -> Problem.input(Texts.of("network.networkFile.error.noContract", file)));
    }

    /**
     * The contract stated in a file's header; reads no weights. Empty if this program has not written it.
     *
     * @throws Problem if it is named like a safetensors file but is not one, or its contract is invalid
     */
    public static Optional<NetworkFile> describe(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors")
                ? of(new WeightFile(Map.of(), Safetensors.readMetadata(file)))
                : Optional.empty();
    }

    /**
     * The network that weights say they are; empty if this program has not written them.
     *
     * @throws Problem if what they say cannot be
     */
    public static Optional<NetworkFile> of(WeightFile weights) {
        String network = weights.metadata().get(NETWORK);
        String input = weights.metadata().get(INPUT);
        if (network == null || input == null) {
            return Optional.empty();
        }
        return Optional.of(new NetworkFile(
                ContractJson.readSpec(ContractJson.parse("network", network)),
                ContractJson.readContract(ContractJson.parse("input contract", input)),
                weights));
    }

    /**
     * Writes it, whole or not at all.
     *
     * @throws Problem if it cannot be written
     */
    public void write(Path file) {
        Safetensors.write(file, weights);
    }

    /**
     * The network with these weights on a device; the caller closes it.
     *
     * @throws Problem if the weights are not those of the network
     */
    public Network open(ComputeDevice device) {
        Network.Opened opened = Network.open(spec, contract.labels().size(), 0, weights, device);
        if (!opened.report().complete()) {
            opened.network().close();
            throw Problem.input(Texts.of(
                    "network.networkFile.error.weights",
                    spec.name(),
                    opened.report().sentence()));
        }
        return opened.network();
    }
}
