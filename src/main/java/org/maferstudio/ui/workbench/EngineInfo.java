package org.maferstudio.ui.workbench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maferstudio.network.engine.ComputeDevice;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.texts.Texts;

/**
 * The engine and its devices, for display.
 *
 * @param engine name and version, such as {@code PyTorch 2.7.1}
 * @param device the device in use and its threads, such as {@code CPU · 2 threads}
 * @param devices one line each: the device, what it is, its memory
 * @param whyNotGpu why no graphics card is used; empty if one is
 * @param source where the native libraries come from, for display
 * @param libraries name and version of each library of the engine
 * @param threads of the processor
 */
public record EngineInfo(
        String engine,
        String device,
        List<String> devices,
        Optional<String> whyNotGpu,
        String source,
        List<String> libraries,
        int threads) {
    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;

    public EngineInfo {
        devices = List.copyOf(devices);
        libraries = List.copyOf(libraries);
    }

    /** About a loaded engine, which uses its first graphics card if it can. */
    public static EngineInfo of(ComputeEngine engine, int threads) {
        List<ComputeDevice> found = engine.devices();
        String device = found.size() > 1
                ? Texts.of("common.device.gpu", found.get(1).name())
                : Texts.of("common.device.cpu", threads);
        return new EngineInfo(
                engine.name() + " " + engine.version(),
                device,
                found.stream().map(EngineInfo::line).toList(),
                engine.whyNotGpu(),
                engine.source()
                        .map(folder -> Texts.of("common.engine.installed", folder))
                        .orElse(Texts.of("common.engine.included")),
                engine.libraries(),
                threads);
    }

    private static String line(ComputeDevice device) {
        return Texts.of(
                "common.device.line",
                device.id().toUpperCase(Locale.ROOT),
                device.name(),
                device.memoryBytes() / GIBIBYTE);
    }
}
