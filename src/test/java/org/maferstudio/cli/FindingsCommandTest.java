package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

class FindingsCommandTest {
    @TempDir
    private Path folder;

    private Path evaluated(String name, int right) {
        Experiment experiment = Experiment.create(folder.resolve(name), Recipe.DEFAULT.named(name));
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rows.add(Prediction.withoutProbabilities("i" + i, "", 0, i < right ? 0 : 1));
        }
        experiment.write(
                new Predictions(new LabelSet(List.of("happiness", "sadness")), "test", Resolution.NATIVE, rows));
        return experiment.folder();
    }

    @Test
    void thePageAndItsFigureAreWrittenAndCanBeWrittenAgain() throws IOException {
        Path a = evaluated("a", 4);
        Path b = evaluated("b", 9);
        String[] command = {
            "findings",
            "The baseline=" + a,
            "Multi=" + b,
            "--out",
            folder.resolve("out").toString()
        };
        for (int i = 0; i < 2; i++) {
            CommandRun run = CommandRun.of(command);
            assertEquals(0, run.code(), run.err());
        }
        String page = Files.readString(folder.resolve("out/findings.md"));
        assertTrue(page.startsWith("# What we found\n"), page);
        assertTrue(page.contains("\nmafer findings \"The baseline=a\" Multi=b --out findings\n"), page);
        assertTrue(page.contains("**Multi**: at native resolution +50.0"), page);
        assertTrue(Files.size(folder.resolve("out/accuracy.png")) > 1000);
    }

    @Test
    void aPageOfSomebodyElseIsKept() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("out")).resolve("findings.md");
        Files.writeString(mine, "my notes");
        CommandRun run = CommandRun.of(
                "findings",
                "A=" + evaluated("a", 4),
                "B=" + evaluated("b", 9),
                "--out",
                folder.resolve("out").toString());
        assertEquals(2, run.code());
        assertEquals("my notes", Files.readString(mine));
    }

    @Test
    void aRunNeedsANameAndThereIsSomethingToCompare() {
        String a = evaluated("a", 4).toString();
        CommandRun unnamed =
                CommandRun.of("findings", a, a, "--out", folder.resolve("out").toString());
        assertTrue(unnamed.err().contains("Give each run with the name of its setting"), unnamed.err());
        CommandRun alone = CommandRun.of(
                "findings", "A=" + a, "A=" + a, "--out", folder.resolve("out").toString());
        assertTrue(alone.err().contains("Give two settings or more"), alone.err());
    }
}
