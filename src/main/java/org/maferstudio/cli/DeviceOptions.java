package org.maferstudio.cli;

import org.maferstudio.job.Problem;
import org.maferstudio.recipe.DeviceConfig;
import picocli.CommandLine.Option;

/** With what a command computes. */
final class DeviceOptions {
    @Option(names = "--device", paramLabel = "DEVICE", description = "Compute device: auto, cpu or gpu:N (default: auto, or the device of the training).")
    private String device;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of CPU threads (default: one per processor, or that of the training).")
    private Integer threads;

    /**
     * A machine with what the options say instead of what it said.
     *
     * @throws Problem if there is no such device, or the number of threads is out of range
     */
    DeviceConfig over(DeviceConfig below) {
        try {
            return new DeviceConfig(
                    device == null ? below.device() : device, threads == null ? below.threads() : threads);
        } catch (IllegalArgumentException e) {
            throw Problem.input("Invalid --device or --threads: " + e.getMessage() + ".", e);
        }
    }
}
