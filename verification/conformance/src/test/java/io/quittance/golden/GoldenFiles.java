package io.quittance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is recorded, by its place below {@code golden}. */
final class GoldenFiles {
    static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "src/test/resources/golden");

    private GoldenFiles() {}

    /** Compares, or records what has no recording yet, if it is asked to; what is recorded is never replaced. */
    static void holds(String file, String actual) {
        Path recorded = FOLDER.resolve(file);
        try {
            if (Boolean.getBoolean("golden.record") && !Files.exists(recorded)) {
                Files.createDirectories(recorded.getParent());
                Files.writeString(recorded, actual);
            }
            assertThat(actual).as(file).isEqualTo(Files.readString(recorded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
