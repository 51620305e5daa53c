package org.maferstudio.series.remote;

import java.util.Optional;
import java.util.stream.Stream;
import org.maferstudio.experiment.Series;
import org.maferstudio.job.Problem;
import org.maferstudio.series.SeriesJson;
import org.maferstudio.texts.Texts;

/**
 * The login node of a cluster that trains a series: {@code remote.json} in its folder, so that later commands find it.
 *
 * @param host as {@code ssh} knows it, such as {@code cluster} or {@code name@cluster.example.org}
 * @param folder of the series there; empty if it is the same folder under the same path, on a shared file system
 * @param data folder there with the datasets and weight files of the recipes; empty if they have the same paths
 * @param program the command of this program there
 * @param inputs what happens to datasets and weight files that it does not have
 * @param plan the SHA-256 of the plan that was sent last; empty if none was
 */
public record RemoteHost(String host, String folder, String data, String program, Inputs inputs, String plan) {
    /** The command on the path. */
    public static final String PROGRAM = "mafer";

    private static final SeriesJson FILE = new SeriesJson("remote.json");

    /** What happens to datasets and weight files that the host does not have. */
    public enum Inputs {
        SEND,
        EXPECT
    }

    public RemoteHost {
        inputs = inputs == null ? Inputs.EXPECT : inputs;
        // A name that starts with a hyphen would be an option of ssh.
        if (!host.matches("[^\\s\\p{Cntrl}-][^\\s\\p{Cntrl}]{0,254}")) {
            throw Problem.input(Texts.of("series.remote.error.host", host.replaceAll("\\p{Cntrl}", " ")));
        }
        Stream.of(folder, data, program)
                .filter(path -> path.chars().anyMatch(Character::isISOControl))
                .findFirst()
                .ifPresent(path -> {
                    throw Problem.input(Texts.of("series.remote.error.control", path.replaceAll("\\p{Cntrl}", " ")));
                });
    }

    /**
     * A host that no plan was sent to. Files that are sent go to {@code data} in the folder, unless there is another place
     * for them.
     */
    public static RemoteHost asked(String host, String folder, String data, String program, Inputs inputs) {
        String place = inputs == Inputs.SEND && data.isEmpty() ? folder + "/data" : data;
        return new RemoteHost(host, folder, place, program, inputs, "");
    }

    /**
     * The host of a series; empty if it has none.
     *
     * @throws Problem if the file is damaged
     */
    public static Optional<RemoteHost> of(Series series) {
        return FILE.read(series, RemoteHost.class);
    }

    /** Stores it in the folder of a series. */
    void store(Series series) {
        FILE.write(series, this);
    }

    /** Whether the host works in the same folder as this computer. */
    public boolean isShared() {
        return folder.isEmpty();
    }

    /** Whether another command asks for the same place. */
    boolean isSamePlace(RemoteHost other) {
        return host.equals(other.host) && folder.equals(other.folder) && data.equals(other.data);
    }

    /** The same after a plan was sent. */
    RemoteHost withPlan(String sum) {
        return new RemoteHost(host, folder, data, program, inputs, sum);
    }

    /** The same with folders that do not depend on where a shell starts. */
    RemoteHost in(String home) {
        return new RemoteHost(host, absolute(home, folder), absolute(home, data), program(home), inputs, plan);
    }

    private String program(String home) {
        return program.contains("/") ? absolute(home, program) : program;
    }

    private static String absolute(String home, String path) {
        String inHome = path.startsWith("~/") ? path.substring(2) : path;
        String whole = path.isEmpty() || path.startsWith("/") ? path : home + "/" + inHome;
        return whole.length() > 1 ? whole.replaceAll("/+$", "") : whole;
    }
}
