package org.maferstudio.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.maferstudio.job.Problem;

/** Counts the bytes of a stream and throws a {@link Problem} beyond a limit, because declared sizes may be wrong. */
public final class BoundedStream extends FilterInputStream {
    private final long maxBytes;
    private final String refusal;
    private long count;

    /**
     * Limits a stream.
     *
     * @param maxBytes the maximum number of bytes
     * @param refusal the message beyond it
     */
    public BoundedStream(InputStream in, long maxBytes, String refusal) {
        super(in);
        this.maxBytes = maxBytes;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) {
        count += bytes;
        if (count > maxBytes) {
            throw Problem.input(refusal);
        }
    }
}
