package org.maferstudio.series.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.job.Problem;

@EnabledOnOs(OS.LINUX)
class RemoteCheckTest {
    @TempDir
    private Path folder;

    private FakeHost fake;

    @BeforeEach
    void aHost() throws IOException {
        fake = new FakeHost(folder);
    }

    private RemoteHost check(String program) {
        return RemoteCheck.check(
                RemoteHost.asked("cluster", "a \"series\"", "~/data/", program, RemoteHost.Inputs.EXPECT), fake.ssh());
    }

    private String problem(String program) {
        return assertThrows(Problem.class, () -> check(program)).getMessage();
    }

    @Test
    void theUsersOwnSshIsAskedAndNeverWaitsForAPassword() throws IOException {
        RemoteHost host = check("mafer");
        assertEquals(
                List.of(
                        "-T",
                        "-o",
                        "BatchMode=yes",
                        "-o",
                        "ConnectTimeout=15",
                        "-o",
                        "ServerAliveInterval=15",
                        "-o",
                        "ServerAliveCountMax=4",
                        "--",
                        "cluster",
                        "exec bash -l -s"),
                fake.asks());
        assertEquals(fake.home() + "/a \"series\"", host.folder());
        assertEquals(fake.home() + "/data", host.data());
        assertEquals("mafer", host.program());
    }

    @Test
    void theProgramMayBeAnywhereInTheHomeFolder() throws IOException {
        Path program = fake.home().resolve("my programs/mafer");
        Files.createDirectories(program.getParent());
        Files.copy(fake.bin().resolve("mafer"), program);
        assertEquals(program.toString(), check("~/my programs/mafer").program());
        assertEquals(program.toString(), check("my programs/mafer").program());
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        assertTrue(problem("mafer-2").contains("cluster has no program mafer-2"), problem("mafer-2"));
        fake.program("MAFER Studio 0.9", "");
        assertTrue(problem("mafer").contains("MAFER Studio 0.9, this computer (not packaged)"), problem("mafer"));
        Files.delete(fake.bin().resolve("sbatch"));
        fake.script("ssh", "HOME=" + fake.home() + " PATH=/nowhere exec /bin/bash --noprofile -s");
        assertTrue(problem("mafer").contains("has no Slurm"), problem("mafer"));
        fake.script("ssh", "echo 'Permission denied (publickey).' >&2; exit 255");
        assertTrue(problem("mafer").startsWith("ssh does not reach cluster (Permission denied (publickey)."));
        fake.script("ssh", "echo 'bash: not found' >&2; exit 127");
        assertTrue(problem("mafer").contains("does not start a login shell of bash: bash: not found"));
        Ssh missing = new Ssh(folder.resolve("no-ssh").toString(), "cluster", List.of());
        assertTrue(assertThrows(Problem.class, () -> missing.run("true"))
                .getMessage()
                .contains("Install OpenSSH"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-oProxyCommand=sh", "a b", "a\nb"})
    void aHostIsANameAndNoOption(String host) {
        assertThrows(Problem.class, () -> RemoteHost.asked(host, "", "", "mafer", RemoteHost.Inputs.EXPECT));
    }

    @Test
    void aPathHasNoLineBreak() {
        assertThrows(Problem.class, () -> RemoteHost.asked("cluster", "a\nb", "", "mafer", RemoteHost.Inputs.EXPECT));
    }
}
