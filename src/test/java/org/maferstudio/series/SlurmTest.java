package org.maferstudio.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A real scheduler, and the built program, as an ordinary user without a home folder: {@code .ci/run} starts one, and names
 * the user in {@code MAFER_SLURM_USER}.
 */
@Tag("slurm")
class SlurmTest {
    private static final int SECONDS = 240;
    private static final String PROGRAM =
            Optional.ofNullable(System.getenv("MAFER_PROGRAM")).orElse("target/mafer-studio/bin/mafer");
    private static final String SSHD = "/usr/sbin/sshd";
    private static final String USER = System.getenv("MAFER_SLURM_USER");

    private static final String SIX = "--seeds 17,18 --folds 3";
    private static final String TWO = "--seeds 17 --folds 2";

    private Path folder;

    @BeforeEach
    void aClusterIsThere() throws IOException, InterruptedException {
        assumeTrue(USER != null && Slurm.isHere() && Files.isExecutable(Path.of(PROGRAM)), "no Slurm here");
        folder = Path.of(user("mktemp", "-d").strip());
    }

    private String user(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("runuser", "-u", USER, "--"));
        if (folder != null) {
            // Without a home folder, every job would check the engine anew, and DJL would unpack it where another
            // user may have done so before.
            // A laptop would find its ssh, with its settings, on the path as well.
            all.addAll(List.of("env", "PATH=" + folder.resolve("bin") + ":" + System.getenv("PATH")));
            all.addAll(caches());
        }
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    private List<String> caches() {
        return List.of("XDG_CACHE_HOME=" + folder, "DJL_CACHE_DIR=" + folder.resolve("djl"));
    }

    private String mafer(String... arguments) throws IOException, InterruptedException {
        List<String> all =
                new ArrayList<>(List.of(Path.of(PROGRAM).toAbsolutePath().toString()));
        all.addAll(List.of(arguments));
        return user(all.toArray(String[]::new));
    }

    private void train(String name, String runs, String... where) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                "train --preset demo-base --network se-resnet-18 --size 32 --resize 36 -e 2 --device cpu --dataset drawn --threads 1"
                        .split(" ")));
        all.addAll(List.of(runs.split(" ")));
        all.addAll(List.of("--out", folder.resolve(name).toString()));
        all.addAll(List.of(where));
        mafer(all.toArray(String[]::new));
    }

    private JsonObject results(String name) throws IOException, InterruptedException {
        return JsonParser.parseString(mafer("series", folder.resolve(name).toString(), "--json"))
                .getAsJsonObject();
    }

    private Map<String, String> measures(String name) throws IOException, InterruptedException {
        Map<String, String> measures = new TreeMap<>();
        for (JsonElement run : results(name).getAsJsonArray("runs")) {
            measures.put(
                    run.getAsJsonObject().get("name").getAsString(),
                    run.getAsJsonObject().get("measures").toString());
        }
        return measures;
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 2 * SECONDS; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("waited in vain for " + what);
    }

    private String log(String name, int run) {
        try {
            Path file = folder.resolve(name).resolve("logs").resolve("run-000" + run + ".txt");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void jobsThatAreStoppedCancelledAndRetriedGiveTheNumbersOfThisComputer() throws Exception {
        train("cluster", SIX, "--on", "slurm", "--cpus", "1", "--memory", "1500M", "--time", "20", "--at-once", "2");
        String series = folder.resolve("cluster").toString();
        String job = JsonParser.parseString(Files.readString(folder.resolve("cluster/execution.json")))
                .getAsJsonObject()
                .getAsJsonArray("submitted")
                .get(0)
                .getAsJsonObject()
                .get("job")
                .getAsString();

        // As before a time limit: the run saves, and its job is queued again.
        await("training of run 1", () -> log("cluster", 1).contains("epoch 1 of 2"));
        // Once the job is queued again, scancel would try to signal it for a minute and a half.
        user("timeout", "5", "scancel", "--signal=TERM", "--batch", job + "_1");
        await("the end of run 1", () -> log("cluster", 1).contains("is queued again"));
        // The scheduler would wait for two minutes.
        user("scontrol", "update", "JobId=" + job + "_1", "StartTime=now");
        await("the start of run 6", () -> log("cluster", 6).contains("images"));
        mafer("series", series, "--cancel", "--task", "6");
        mafer("series", series, "--watch");
        assertEquals(
                "{\"stopped\":1,\"finished\":5}",
                results("cluster").getAsJsonObject("counts").toString());
        assertTrue(log("cluster", 1).contains("Resuming"), log("cluster", 1));

        mafer("series", series, "--retry");
        mafer("series", series, "--watch");
        Path summary = folder.resolve("cluster/summary.json");
        await("the gathered results", () -> text(summary).contains("\"seed-18-fold-03\""));

        train("here", SIX, "--on", "local", "--at-once", "2");
        assertEquals(6, measures("here").size());
        assertEquals(measures("here"), measures("cluster"));
        assertEquals(text(folder.resolve("here/summary.json")), text(summary));
    }

    @Test
    void aLaptopReachesTheClusterBySshAndFetchesTheSameNumbers() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(SSHD)), "no sshd here");
        Process sshd = startSshd();
        try {
            String there = folder.resolve("the cluster's \"$HOME\"/series").toString();
            List<String> where = new ArrayList<>(
                    List.of("--on slurm --cpus 1 --memory 1500M --time 20 --at-once 2 --via cluster".split(" ")));
            where.addAll(
                    List.of("--remote-mafer", Path.of(PROGRAM).toAbsolutePath().toString()));
            where.addAll(List.of("--remote-dir", there, "--setup", "export " + String.join(" ", caches())));
            train("laptop", TWO, where.toArray(String[]::new));
            String series = folder.resolve("laptop").toString();
            mafer("series", series, "--cancel", "--task", "2");
            mafer("series", series, "--watch");
            assertEquals(
                    1,
                    results("laptop").getAsJsonObject("counts").get("finished").getAsInt());
            mafer("series", series, "--retry");
            mafer("series", series, "--watch", "--networks");
            assertTrue(Files.exists(folder.resolve("laptop/seed-17-fold-01/checkpoints/best.safetensors")));

            train("alone", TWO, "--on local".split(" "));
            assertEquals(2, measures("alone").size());
            assertEquals(measures("alone"), measures("laptop"));
            await("the gathered results", () -> {
                try {
                    results("laptop");
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
                return text(folder.resolve("laptop/summary.json")).equals(text(folder.resolve("alone/summary.json")));
            });
        } finally {
            sshd.descendants().forEach(ProcessHandle::destroy);
            sshd.destroy();
        }
    }

    /** Starts sshd on a free port of the loopback, with keys of its own, as the ordinary user. */
    private Process startSshd() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String keys = folder.toString();
        user("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", keys + "/host");
        user("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", keys + "/user");
        user(
                "sh",
                "-c",
                "mkdir " + keys + "/bin && cat >" + keys + "/bin/ssh <<E && chmod 755 " + keys + "/bin/ssh\n"
                        + "#!/bin/sh\nexec /usr/bin/ssh -F " + keys + "/ssh_config \"\\$@\"\nE");
        user(
                "sh",
                "-c",
                "cat >" + keys + "/ssh_config <<E\nHost cluster\nHostName 127.0.0.1\nPort " + port
                        + "\nUser " + USER + "\nIdentityFile " + keys + "/user\nUserKnownHostsFile " + keys
                        + "/known\nStrictHostKeyChecking accept-new\nE");
        Process sshd = new ProcessBuilder(("runuser -u " + USER + " -- " + SSHD + " -D -e -f /dev/null -o Port=" + port
                                + " -o ListenAddress=127.0.0.1 -o HostKey=" + keys + "/host -o AuthorizedKeysFile="
                                + keys + "/user.pub -o PidFile=none -o UsePAM=no -o StrictModes=no")
                        .split(" "))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await("sshd", () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
        return sshd;
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
