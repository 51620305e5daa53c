package org.maferstudio.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/** The standard output of the process. Unlike Java's own, it records why it could not be written. */
public final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private volatile IOException failure;

    private StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** Replaces {@link System#out}. */
    public static StandardOutput install() {
        StandardOutput standard = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(standard, true, charset()));
        return standard;
    }

    private static Charset charset() {
        String own = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        return own == null ? Charset.defaultCharset() : Charset.forName(own);
    }

    /** Whether everything was written, after a final flush. */
    public boolean isComplete() {
        return !System.out.checkError() && failure == null;
    }

    /** The message if it was not; empty if the reader has closed the pipe, as {@code head} does. */
    public Optional<String> sentence() {
        String why = failure == null ? "" : String.valueOf(failure.getMessage());
        return why.toLowerCase(Locale.ROOT).contains("pipe")
                ? Optional.empty()
                : Optional.of(
                        "Cannot write to standard output (" + why + "). Free some space, or redirect the output.");
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
