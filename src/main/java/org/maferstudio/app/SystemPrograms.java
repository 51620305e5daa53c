package org.maferstudio.app;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks small programs of the system; a test answers in their place. */
class SystemPrograms {
    private static final long PATIENCE_MS = 1_000;

    /** What a program prints; empty if it does not exist here or does not end within a moment. */
    String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try {
                process.getOutputStream().close();
                return CompletableFuture.supplyAsync(() -> read(process)).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException | ExecutionException | TimeoutException e) {
            return ""; // Not here, or stuck: the system does not say.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        } catch (IOException e) {
            return "";
        }
    }
}
