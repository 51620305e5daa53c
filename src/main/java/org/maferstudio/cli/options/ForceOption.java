package org.maferstudio.cli.options;

import java.nio.file.Path;
import java.util.List;
import org.maferstudio.files.OutputFile;
import picocli.CommandLine.Option;

/** Whether a file that another program wrote may be overwritten. */
public final class ForceOption {
    private static final List<OutputFile.Kind> FIGURES = List.of(
            OutputFile.Kind.PNG, OutputFile.Kind.SVG, OutputFile.Kind.PDF, OutputFile.Kind.TEX, OutputFile.Kind.TABLE);

    @Option(names = "--force", description = "Overwrite the output file even if another program wrote it.")
    private boolean force;

    /** Rejects an output file that must not be overwritten, before the work begins. */
    public void check(Path out, OutputFile.Kind kind) {
        OutputFile.check(out, kind, existing());
    }

    /** Rejects an output file that is a different table, once the table to write is known. */
    public void checkTable(Path out, String text) {
        OutputFile.checkTable(out, text, existing());
    }

    private OutputFile.Existing existing() {
        return force ? OutputFile.Existing.REPLACE : OutputFile.Existing.KEEP;
    }

    /**
     * Checks the output file of a figure, whose kind follows from its extension; unknown extensions are reported by the
     * writer.
     */
    public void checkFigure(Path out) {
        FIGURES.stream().filter(kind -> kind.isNameOf(out)).findFirst().ifPresent(kind -> check(out, kind));
    }
}
