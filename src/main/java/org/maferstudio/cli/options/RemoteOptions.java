package org.maferstudio.cli.options;

import java.util.List;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.series.remote.RemoteCheck;
import org.maferstudio.series.remote.RemoteHost;
import picocli.CommandLine.Option;

/** A cluster that is reached by ssh. */
public final class RemoteOptions {
    @Option(
            names = "--via",
            paramLabel = "HOST",
            description =
                    "Slurm: submit through this login node by ssh, as ~/.ssh/config names it, or user@host. It is "
                            + "remembered in the series.")
    private String host;

    @Option(
            names = "--remote-dir",
            paramLabel = "DIR",
            description =
                    "With --via, the folder of the series on the host, to which the plan is sent and from which the "
                            + "experiments are fetched (default: --out, in a file system that both share).")
    private String folder = "";

    @Option(
            names = "--remote-data",
            paramLabel = "DIR",
            description =
                    "With --via, the folder on the host that has the files of --dataset, by name (default: the same "
                            + "paths as here).")
    private String data = "";

    @Option(
            names = "--send-data",
            description = "With --via, send datasets and weight files that the host does not have to --remote-data "
                    + "(default: data in --remote-dir).")
    private boolean send;

    @Option(
            names = "--remote-mafer",
            paramLabel = "COMMAND",
            description =
                    "With --via, this program on the host, such as mafer-studio/bin/mafer in the home folder there "
                            + "(default: mafer).")
    private String program = RemoteHost.PROGRAM;

    /** Whether a host was named. */
    public boolean isGiven() {
        return host != null;
    }

    /**
     * Connects to the host and checks that it can train a series.
     *
     * @param setup lines of shell that its commands need
     * @return the host with absolute folders; empty if none was named
     * @throws Problem if it cannot
     */
    public Optional<RemoteHost> checked(List<String> setup) {
        if (host == null) {
            if (send || !folder.isEmpty() || !data.isEmpty()) {
                throw Problem.input("--remote-dir, --remote-data and --send-data need a host. Add --via HOST.");
            }
            return Optional.empty();
        }
        if (folder.isEmpty() && (send || !data.isEmpty())) {
            throw Problem.input(
                    "In a folder that the host shares, datasets have the same paths. Leave out --remote-data "
                            + "and --send-data, or name a folder of the host with --remote-dir.");
        }
        RemoteHost.Inputs inputs = send ? RemoteHost.Inputs.SEND : RemoteHost.Inputs.EXPECT;
        return Optional.of(RemoteCheck.check(RemoteHost.asked(host, folder, data, program, inputs), setup));
    }
}
