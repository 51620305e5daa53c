package org.maferstudio.network.check;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.maferstudio.files.InputFile;
import org.maferstudio.network.architecture.Convolutions;
import org.maferstudio.network.check.LayerList.Layer;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.EngineLog;

/** The process that checks the engine: a crash or hang here does not affect the program. */
public final class EngineCheckProcess {
    /** The first argument that makes the program this process. */
    public static final String ARGUMENT = "check-engine";

    /** As after a request to end: half a check is none. */
    private static final int STOPPED = 143;

    private EngineCheckProcess() {}

    /**
     * Checks what a file asks for: the layers of a workload, with one line each, the name before it is computed and the
     * error behind; or, without a workload, {@link ExactNumbers}.
     *
     * @param args the file with the request, the file for the results
     */
    public static void main(String[] args) throws IOException {
        JsonObject request = JsonParser.parseString(Files.readString(InputFile.of(Path.of(args[0]))))
                .getAsJsonObject();
        try (Writer results = Files.newBufferedWriter(Path.of(args[1]))) {
            if (request.has("workload")) {
                layers(request, results);
            } else {
                ComputeEngine.load(request.get("threads").getAsInt());
                results.write(ExactNumbers.on(Device.cpu()).toJson());
            }
        }
    }

    private static void layers(JsonObject request, Writer results) throws IOException {
        Workload workload = Workload.ofJson(request.getAsJsonObject("workload"));
        Convolutions convolutions =
                Convolutions.valueOf(request.get("convolutions").getAsString().toUpperCase(Locale.ROOT));
        Optional<ProcessHandle> asker = ProcessHandle.current().parent();
        ComputeEngine.load(workload.threads());
        EngineLog.withWarnings();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            LayerCheck check = new LayerCheck(convolutions, workload.kind(), manager);
            for (int batch : workload.batches()) {
                for (Layer layer : LayerList.of(workload, batch)) {
                    if (asker.isPresent() && !asker.get().isAlive()) {
                        Runtime.getRuntime().halt(STOPPED);
                    }
                    results.write(layer.name() + "\t");
                    results.flush();
                    results.write(check.error(layer) + "\n");
                    results.flush();
                }
            }
        }
    }
}
