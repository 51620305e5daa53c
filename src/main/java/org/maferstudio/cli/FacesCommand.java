package org.maferstudio.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maferstudio.cli.options.ForceOption;
import org.maferstudio.cli.output.Console;
import org.maferstudio.cli.output.ExitCode;
import org.maferstudio.crops.FaceTable;
import org.maferstudio.files.OutputFile;
import org.maferstudio.job.CountText;
import org.maferstudio.report.tables.TableText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the faces of images as a table. */
@Command(
        name = "faces",
        description = {
            "Detect the faces in images and write them as a table.",
            "Writes one row per face: file, face, x, y, width, height, score, and the places of eyes, nose, mouth and "
                    + "ears, in pixels of the image. Right is the person's right. Small faces in large photographs "
                    + "are searched in tiles."
        })
final class FacesCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Folders, ZIP files or image files.")
    private List<String> paths;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "Table to write.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private ForceOption force;

    FacesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        force.check(out, OutputFile.Kind.TABLE);
        force.checkTable(out, TableText.csvLine(FaceTable.COLUMNS));
        Optional<FaceTable> written = FaceTable.write(paths, out, console.progress("Faces"));
        if (written.isEmpty()) {
            console.message("Stopped before all images were searched. Nothing is written.");
            return ExitCode.STOPPED;
        }
        FaceTable table = written.get();
        table.unreadable().forEach(console::message);
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("images", table.images());
            object.put("faces", table.faces());
            object.put("without_faces", table.withoutFaces());
            object.put("unreadable", table.unreadable());
            console.json(object);
        } else {
            console.print(CountText.of(table.faces(), "face") + " in " + CountText.of(table.images(), "image")
                    + ", none in " + table.withoutFaces().size()
                    + (table.unreadable().isEmpty()
                            ? ""
                            : ", unreadable: " + table.unreadable().size())
                    + ": " + out);
        }
        return table.unreadable().isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
    }
}
