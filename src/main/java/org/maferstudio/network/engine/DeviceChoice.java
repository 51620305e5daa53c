package org.maferstudio.network.engine;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maferstudio.job.Problem;
import org.maferstudio.texts.Texts;

/**
 * Which device the user wants.
 *
 * @param wish automatic, CPU or GPU
 * @param index of the GPU; empty for the others
 */
public record DeviceChoice(Wish wish, OptionalInt index) {
    /** The first GPU where there is one the engine can use, else the processor. */
    public static final DeviceChoice AUTO = new DeviceChoice(Wish.AUTO, OptionalInt.empty());

    /** The processor. */
    public static final DeviceChoice CPU = new DeviceChoice(Wish.CPU, OptionalInt.empty());

    private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,3}))?");

    /** What is asked for. */
    public enum Wish {
        AUTO,
        CPU,
        GPU
    }

    public DeviceChoice {
        Objects.requireNonNull(wish);
        if ((wish == Wish.GPU) != index.isPresent()) {
            throw new IllegalArgumentException("a graphics card, and nothing else, has a number, got " + wish + index);
        }
    }

    /**
     * The choice that a text means: {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:1}.
     *
     * @throws Problem if it means none
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

    /** The text that means this choice. */
    public String id() {
        return switch (wish) {
            case AUTO -> "auto";
            case CPU -> "cpu";
            case GPU -> "gpu:" + index.getAsInt();
        };
    }
}
