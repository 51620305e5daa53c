package org.maferstudio.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.maferstudio.files.InputFile;
import org.maferstudio.job.Problem;
import org.maferstudio.job.ThisProgram;
import org.maferstudio.network.engine.InstalledTorch;
import org.maferstudio.texts.Texts;

/** Tests an installed PyTorch in a second process, which may crash. */
final class TorchProbe {
    private static final long PATIENCE_S = 180;
    private static final int MOST_CHARACTERS = 600;

    private TorchProbe() {}

    /**
     * Runs {@code mafer devices --self-test} with it.
     *
     * @return its output
     * @throws Problem if it could not be loaded, or computed incorrectly
     */
    static String run(InstalledTorch torch) {
        try {
            Path printed = Files.createTempFile("mafer-engine", ".txt");
            try {
                return run(torch, printed);
            } finally {
                Files.delete(printed);
            }
        } catch (IOException e) {
            throw Problem.failure(Texts.of("app.torch.error.start", e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.failure(Texts.of("app.torch.error.stopped"), e);
        }
    }

    private static String run(InstalledTorch torch, Path printed) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().putAll(torch.variables());
        builder.redirectErrorStream(true).redirectOutput(printed.toFile());
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                throw Problem.failure(Texts.of("app.torch.error.timeout", torch.libraries(), PATIENCE_S));
            }
        } finally {
            process.destroyForcibly();
        }
        String text =
                Files.readString(InputFile.of(printed), StandardCharsets.UTF_8).strip();
        if (process.exitValue() != 0) {
            String end = text.substring(Math.max(0, text.length() - MOST_CHARACTERS));
            throw Problem.failure(Texts.of("app.torch.error.failed", torch.libraries(), end));
        }
        return text;
    }

    /** The command line of this program: started by Java, or by its own launcher. */
    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of(ThisProgram.executable()));
        if (ThisProgram.isJava()) {
            String all = System.getProperty("java.class.path") + File.pathSeparator + modules();
            command.addAll(List.of("-cp", all, Main.class.getName()));
        }
        command.addAll(List.of("devices", "--self-test"));
        return command;
    }

    /** The jars of the module path, for a second process that opens no window. */
    private static String modules() {
        String path = System.getProperty("jdk.module.path", "");
        List<String> jars = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator, -1)) {
            jars.add(Files.isDirectory(Path.of(entry)) ? entry + File.separator + "*" : entry);
        }
        return String.join(File.pathSeparator, jars);
    }
}
