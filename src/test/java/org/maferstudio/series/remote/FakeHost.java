package org.maferstudio.series.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A host of folders and scripts: its {@code ssh} runs what it is asked to run on this computer, with another home. */
final class FakeHost {
    private final Path folder;

    FakeHost(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(home());
        // A login shell greets, and has a path of its own.
        Files.writeString(
                home().resolve(".bash_profile"), "echo Welcome; printf 'no newline'; PATH=" + bin() + ":$PATH\n");
        script(
                "ssh",
                "printf '%s\\n' \"$@\" >>" + asked() + "\nfor last; do :; done\nHOME=" + home()
                        + " exec sh -c \"$last\"");
        script("sbatch", "exit 1");
        program("MAFER Studio (not packaged)", "");
    }

    /** Replaces a command. */
    void script(String name, String text) throws IOException {
        Files.createDirectories(bin());
        Path file = bin().resolve(name);
        Files.writeString(file, "#!/bin/bash\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A {@code mafer} that tells its version, and runs a script for anything else. */
    void program(String version, String script) throws IOException {
        script(
                "mafer",
                "if [ \"$1\" = --version ]; then echo '" + version + "'; exit; fi\nprintf '%s\\n' mafer \"$@\" >>"
                        + asked() + "\n" + script);
    }

    Ssh ssh() {
        return new Ssh(bin().resolve("ssh").toString(), "cluster", List.of());
    }

    Path home() {
        return folder.resolve("home");
    }

    Path bin() {
        return folder.resolve("bin");
    }

    private Path asked() {
        return folder.resolve("asked.txt");
    }

    /** The words of all commands since the last time. */
    List<String> asks() throws IOException {
        List<String> lines = Files.exists(asked()) ? Files.readAllLines(asked()) : List.of();
        Files.deleteIfExists(asked());
        return lines;
    }
}
