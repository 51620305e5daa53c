package org.maferstudio.network.onnx.run;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.maferstudio.job.TemporaryFiles;

/**
 * The temporary folder into which ONNX Runtime unpacks its natives. It is made even where they are installed, and stays: a
 * process that is halted does not delete it, and one that ends tries to do so before its contents are deleted.
 */
final class NativesFolder {
    private NativesFolder() {}

    /** Deletes the folder after ONNX Runtime was loaded: at once if it is empty, otherwise when the program ends. */
    static void delete() {
        folder().ifPresent(folder -> {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                // The natives are in it.
                TemporaryFiles.add(folder);
            }
        });
    }

    /** Asks ONNX Runtime, as other processes have folders of the same name; empty in versions that do not have it. */
    private static Optional<Path> folder() {
        try {
            Field field = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
            field.setAccessible(true);
            return Optional.ofNullable((Path) field.get(null));
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            return Optional.empty();
        }
    }
}
