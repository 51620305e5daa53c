package org.maferstudio.series;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.maferstudio.recipe.DeviceConfig;

/** What processes that run beside each other share: GPUs, one after the other, and processors. */
final class TaskDevices {
    private static final String GPUS = "CUDA_VISIBLE_DEVICES";
    private static final int MOST_GPUS = 64;

    private final int atOnce;
    private final List<String> gpus = gpus();

    TaskDevices(int atOnce) {
        this.atOnce = atOnce;
    }

    /** The GPUs that this process may use; empty if there are none. */
    private static List<String> gpus() {
        String allowed = System.getenv(GPUS);
        return allowed != null
                ? Stream.of(allowed.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList()
                : IntStream.range(0, MOST_GPUS)
                        .filter(number -> Files.exists(Path.of("/dev/nvidia" + number)))
                        .mapToObj(Integer::toString)
                        .toList();
    }

    /**
     * The environment of a process.
     *
     * @param slot which of those that run at once it is, from 0
     */
    Map<String, String> environment(DeviceConfig device, int slot) {
        Map<String, String> environment = new HashMap<>();
        if (atOnce > 1 && atOnce * device.threadsHere() > Runtime.getRuntime().availableProcessors()) {
            // Threads that spin while they wait would take processors from the other processes.
            environment.put("OMP_WAIT_POLICY", "PASSIVE");
            environment.put("GOMP_SPINCOUNT", "0");
        }
        if (atOnce > 1 && gpus.size() > 1 && device.device().equals("auto")) {
            environment.put(GPUS, gpus.get(slot % gpus.size()));
        }
        return environment;
    }
}
