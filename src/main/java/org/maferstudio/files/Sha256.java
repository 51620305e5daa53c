package org.maferstudio.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 sum of what is added or read. */
public final class Sha256 {
    private final MessageDigest digest;

    /** The sum of nothing yet. */
    public Sha256() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The sum of a file, in hexadecimal. */
    public static String of(Path file) throws IOException {
        Sha256 sum = new Sha256();
        try (InputStream in = sum.reading(Files.newInputStream(InputFile.of(file)))) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return sum.hex();
    }

    /** Adds bytes. */
    public Sha256 add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** A stream that adds whatever is read from it. */
    public InputStream reading(InputStream in) {
        return new DigestInputStream(in, digest);
    }

    /** The sum in hexadecimal; it starts anew after that. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /** The sum, 32 bytes; it starts anew after that. */
    public byte[] bytes() {
        return digest.digest();
    }
}
