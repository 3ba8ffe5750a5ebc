package io.quittance.examples.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Folders of tables. */
final class Paths {
    private Paths() {}

    /** The hash of the bytes of each file of a table, in the order of its parts. */
    static List<String> hashes(String table) {
        return files(table).map(Paths::hash).toList();
    }

    /** The bytes of all files of a table. */
    static long size(String table) {
        return files(table).mapToLong(file -> file.toFile().length()).sum();
    }

    private static Stream<Path> files(String table) {
        try (Stream<Path> files = Files.list(Path.of(table))) {
            return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
