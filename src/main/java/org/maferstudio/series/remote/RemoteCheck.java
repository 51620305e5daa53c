package org.maferstudio.series.remote;

import java.util.List;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.series.ShellWords;
import org.maferstudio.texts.Texts;

/** Whether a host can train a series: it has this program in the same version, and Slurm. */
public final class RemoteCheck {
    private static final String HOME = "home ";
    private static final String SLURM = "slurm ";
    private static final String TITLE = "MAFER Studio ";

    private RemoteCheck() {}

    /**
     * Checks a host.
     *
     * @param asked as a user names it, with folders that may be relative to the home folder there
     * @param setup lines of shell that its commands need
     * @return the host with absolute folders
     * @throws Problem if it cannot be reached, has no Slurm, or does not have the same version of the program
     */
    public static RemoteHost check(RemoteHost asked, List<String> setup) {
        return check(asked, new Ssh(asked.host(), setup));
    }

    static RemoteHost check(RemoteHost asked, Ssh ssh) {
        // A tilde is only replaced where it is not quoted.
        String program = asked.program().startsWith("~/")
                ? "\"$HOME\"/" + ShellWords.of(asked.program().substring(2))
                : ShellWords.of(asked.program());
        Ssh.Answer answer = ssh.run("cd; printf '" + HOME + "%s\\n' \"$PWD\"; printf '" + SLURM
                + "%s\\n' \"$(command -v sbatch)\"; " + program + " --version");
        if (line(answer, SLURM).orElse("").isEmpty()) {
            throw Problem.input(Texts.of("series.remote.error.noSlurm", asked.host()));
        }
        String there = line(answer, TITLE)
                .orElseThrow(
                        () -> Problem.input(Texts.of("series.remote.error.noProgram", asked.host(), asked.program())));
        if (!there.equals(version())) {
            throw Problem.input(Texts.of("series.remote.error.version", asked.host(), there, version()));
        }
        return asked.in(line(answer, HOME).orElse("/"));
    }

    private static Optional<String> line(Ssh.Answer answer, String start) {
        return answer.text()
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    /** As {@code mafer --version} prints it. */
    private static String version() {
        return Optional.ofNullable(RemoteCheck.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
