package org.maferstudio.network.engine;

import ai.djl.Device;
import java.util.Locale;

/**
 * A compute device.
 *
 * @param kind CPU or GPU
 * @param index 0 for the CPU, the card's number otherwise
 * @param name for display
 * @param memoryBytes of memory
 */
public record ComputeDevice(Kind kind, int index, String name, long memoryBytes) {
    /** CPU or GPU. */
    public enum Kind {
        CPU,
        GPU;

        /** The name in files, such as {@code cpu}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name on the command line and in files: {@code cpu} or {@code gpu:0}. */
    public String id() {
        return kind == Kind.CPU ? "cpu" : "gpu:" + index;
    }

    public Device toDjl() {
        return kind == Kind.CPU ? Device.cpu() : Device.gpu(index);
    }
}
