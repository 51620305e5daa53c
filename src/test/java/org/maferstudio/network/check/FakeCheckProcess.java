package org.maferstudio.network.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands for the process that checks the engine, on a processor where that goes wrong. */
final class FakeCheckProcess {
    private FakeCheckProcess() {}

    /** Does what the first argument says; the last one is the file for the results. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path results = Path.of(args[args.length - 1]);
        Files.writeString(results, "ReLU of (1, 4)\t0.0\nconvolution of (1, 4)\t");
        switch (args[0]) {
            case "crash" -> Runtime.getRuntime().halt(134);
            case "fatal" -> {
                System.out.println("# A fatal error has been detected by the Java Runtime Environment:");
                Runtime.getRuntime().halt(1);
            }
            case "fail" -> throw new IllegalStateException("no memory");
            case "kill" -> Runtime.getRuntime().halt(137);
            case "hang" -> Thread.sleep(Long.MAX_VALUE);
            case "wrong" -> Files.writeString(results, "convolution of (1, 4)\t0.43\n");
            case "stop" -> Runtime.getRuntime().halt(130);
            default -> {
                Files.writeString(results, "convolution of (1, 4)\t1.2E-6\n");
                System.err.println("[W1129 04:10:59.622307416 NNPACK.cpp:57] Could not initialize NNPACK!");
                System.err.println("[W1129 04:11:07.000000001 NNPACK.cpp:57] Could not initialize NNPACK!");
            }
        }
    }
}
