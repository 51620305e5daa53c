package org.maferstudio.cli;

import org.maferstudio.job.Problem;
import org.maferstudio.recipe.DeviceConfig;
import picocli.CommandLine.Option;

/** With what a command computes. */
final class DeviceOptions {
    @Option(names = "--device", description = "auto, cpu or gpu:N (default: auto, or that of the training).")
    private String device;

    @Option(
            names = "--threads",
            description = "Threads of the engine (default: one a processor, or those of the training).")
    private Integer threads;

    /**
     * A machine with what the options say in the place of what it said.
     *
     * @throws Problem if there is no such device, or the number of threads is out of range
     */
    DeviceConfig over(DeviceConfig below) {
        try {
            return new DeviceConfig(
                    device == null ? below.device() : device, threads == null ? below.threads() : threads);
        } catch (IllegalArgumentException e) {
            throw Problem.input("--device or --threads does not fit: " + e.getMessage() + ".", e);
        }
    }
}
