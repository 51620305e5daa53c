package org.maferstudio.cli.options;

import java.nio.file.Path;
import java.util.List;
import org.maferstudio.files.OutputFile;
import picocli.CommandLine.Option;

/** Whether a file is replaced that the program did not write. */
public final class ForceOption {
    private static final List<OutputFile.Kind> FIGURES = List.of(
            OutputFile.Kind.PNG, OutputFile.Kind.SVG, OutputFile.Kind.PDF, OutputFile.Kind.TEX, OutputFile.Kind.TABLE);

    @Option(names = "--force", description = "Overwrite the output file even if another program wrote it.")
    private boolean force;

    /** Refuses a place that is not to be written to, before the work begins. */
    public void check(Path out, OutputFile.Kind kind) {
        OutputFile.check(out, kind, existing());
    }

    /** Refuses a place where another table lies, once it is known which is to be written. */
    public void checkTable(Path out, String text) {
        OutputFile.checkTable(out, text, existing());
    }

    private OutputFile.Existing existing() {
        return force ? OutputFile.Existing.REPLACE : OutputFile.Existing.KEEP;
    }

    /** The same for a figure, of which kind its ending says; an ending of none is left to whoever writes it. */
    public void checkFigure(Path out) {
        FIGURES.stream().filter(kind -> kind.isNameOf(out)).findFirst().ifPresent(kind -> check(out, kind));
    }
}
