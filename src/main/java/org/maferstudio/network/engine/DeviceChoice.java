package org.maferstudio.network.engine;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * The device requested by the user.
 *
 * @param requested automatic, CPU or GPU
 * @param index of the GPU; empty for the others
 */
public record DeviceChoice(Wish requested, OptionalInt index) {
    /** The first usable GPU, otherwise the CPU. */
    public static final DeviceChoice AUTO = new DeviceChoice(Wish.AUTO, OptionalInt.empty());

    /** The CPU. */
    public static final DeviceChoice CPU = new DeviceChoice(Wish.CPU, OptionalInt.empty());

    private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,3}))?");

    /** The requested kind of device. */
    public enum Wish {
        AUTO,
        CPU,
        GPU
    }

    public DeviceChoice {
        Objects.requireNonNull(requested);
        if ((requested == Wish.GPU) != index.isPresent()) {
            throw new IllegalArgumentException(
                    "a graphics card, and nothing else, has a number, got " + requested + index);
        }
    }

    /**
     * Parses a choice: {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:1}.
     *
     * @throws Problem if it is invalid
     */
    public static DeviceChoice of(String text) {
        Matcher gpu = GPU.matcher(text);
        if (gpu.matches()) {
            int index = gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1));
            return new DeviceChoice(Wish.GPU, OptionalInt.of(index));
        }
        return switch (text) {
            case "auto" -> AUTO;
            case "cpu" -> CPU;
            default -> throw Problem.input(Texts.of("network.device.error.name", text));
        };
    }

    /** The text form. */
    public String id() {
        return switch (requested) {
            case AUTO -> "auto";
            case CPU -> "cpu";
            case GPU -> "gpu:" + index.getAsInt();
        };
    }
}
