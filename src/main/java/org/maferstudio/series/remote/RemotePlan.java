package org.maferstudio.series.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maferstudio.experiment.ExperimentFolders;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesCopy;
import org.maferstudio.files.Sha256;
import org.maferstudio.files.WriteFailure;
import org.maferstudio.job.Problem;
import org.maferstudio.job.TemporaryFiles;
import org.maferstudio.series.ShellWords;
import org.maferstudio.texts.Texts;

/**
 * Brings the plan of a series to its host.
 *
 * @param series of this computer
 * @param remote its host
 */
record RemotePlan(Series series, RemoteHost remote) {
    private static final String PLAN = "series.json";

    /** Where it is sent to first, so that the host never has half a plan. */
    private static final String INCOMING = ".mafer-incoming";

    /**
     * Checks that the host has the same folder.
     *
     * @throws Problem if it does not
     */
    void checkShared(Ssh ssh) {
        Path folder = series.experiment().folder();
        try {
            String here = Sha256.of(folder.resolve(PLAN));
            if (!here.equals(sum(ssh, folder.toString()))) {
                throw Problem.input(Texts.of("series.remote.error.notShared", remote.host(), folder));
            }
        } catch (IOException e) {
            throw Problem.input(Texts.of("experiment.file.error.unreadable", folder.resolve(PLAN)), e);
        }
    }

    /**
     * Sends it.
     *
     * @return the host, which has the plan
     * @throws Problem if the folder there has something else, or cannot be written
     */
    RemoteHost send(Ssh ssh) {
        try {
            Path folder = Files.createTempDirectory("mafer-plan");
            TemporaryFiles.add(folder);
            try {
                return remote.withPlan(sent(ssh, folder));
            } finally {
                ExperimentFolders.delete(folder);
                TemporaryFiles.remove(folder);
            }
        } catch (IOException e) {
            throw WriteFailure.of(Path.of(PLAN), e);
        }
    }

    private String sent(Ssh ssh, Path folder) throws IOException {
        String sum = new SeriesCopy(series).write(folder, new RemoteInputs(remote)::there);
        checkPlace(ssh, sum);
        String place = ShellWords.of(remote.folder());
        Ssh.Answer answer = ssh.send(
                "mkdir -p " + place + " && cd " + place + " && rm -rf " + INCOMING + " && mkdir " + INCOMING
                        + " && tar -xf - -C " + INCOMING + " && mv -f " + INCOMING + "/series.json . && mv -f "
                        // The host's own manifest says what its series has reached.
                        + INCOMING + "/execution.json . && { [ -e experiment.json ] || mv " + INCOMING
                        + "/experiment.json .; } && rm -rf " + INCOMING,
                out -> {
                    try (TarWriter tar = new TarWriter(out)) {
                        for (String name : List.of(PLAN, "experiment.json")) {
                            tar.add(folder.resolve(name), name);
                        }
                        tar.add(series.experiment().folder().resolve("execution.json"), "execution.json");
                    }
                });
        if (answer.code() != 0) {
            throw Problem.failure(Texts.of("series.remote.error.send", PLAN, remote.host(), answer.reason()));
        }
        return sum;
    }

    /** Only an empty folder, and the plan that was sent last, may be replaced. */
    private void checkPlace(Ssh ssh, String sum) {
        String there = sum(ssh, remote.folder());
        if (!there.isEmpty() && !there.equals(sum) && !there.equals(remote.plan())) {
            throw Problem.input(Texts.of("series.remote.error.otherPlan", remote.host(), remote.folder()));
        }
    }

    /** The SHA-256 of the plan in a folder there; empty if the folder is empty or does not exist. */
    private static String sum(Ssh ssh, String folder) {
        return ssh.run("cd " + ShellWords.of(folder) + " 2>/dev/null || exit 0\n" + "if [ -e " + PLAN
                        + " ]; then sha256sum <" + PLAN + "; else ls -A | grep -v '^\\.mafer-'; fi")
                .text()
                .replaceFirst("(?s)\\s.*", "");
    }
}
