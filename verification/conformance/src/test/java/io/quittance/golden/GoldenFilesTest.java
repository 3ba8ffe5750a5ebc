package io.quittance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.invoice.Invoice;
import io.quittance.kpi.KpiBasis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither what is recorded nor the name of a convention moves within a minor version. */
class GoldenFilesTest {
    /** Of every file, with lines that end in a line feed, as {@code sha256sum} writes it. */
    private static final String LIST = "recorded.sha256";

    private static final Pattern FOLDER = Pattern.compile("(?:^|/)(?:invoice|kpi)-([^/]+)/");
    private static final Pattern MINOR = Pattern.compile("(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)");

    @Test
    void whatIsRecordedIsFrozen() throws IOException {
        Set<String> unlike = new TreeSet<>(Files.readAllLines(GoldenFiles.FOLDER.resolve(LIST)));
        assertThat(unlike).isNotEmpty();
        for (Path file : files()) {
            String line = sha256(Files.readString(file)) + "  " + name(file);
            if (!unlike.remove(line)) {
                unlike.add("not listed: " + line);
            }
        }
        assertThat(unlike)
                .as(
                        "what is recorded below golden is never replaced: a change that is meant gets a new Invoice.CONVENTION or"
                                + " KpiBasis.CONVENTION, and files of its own. Lines are added to %s, and none is changed or removed.",
                        LIST)
                .isEmpty();
    }

    /** So that nothing is recorded of a convention that nobody has named yet. */
    @Test
    void foldersAreNamedByConventions() throws IOException {
        Set<String> conventions = new TreeSet<>();
        for (Path file : files()) {
            Matcher folder = FOLDER.matcher(name(file));
            if (folder.find()) {
                conventions.add(folder.group(1));
            }
        }
        assertThat(conventions).contains(Invoice.CONVENTION, KpiBasis.CONVENTION);
        for (String convention : conventions) {
            assertThat(isOfThisVersionOrOlder(convention)).as(convention).isTrue();
        }
    }

    /** A convention is called by the minor version that names it, and may be older than this one; so a patch has none of its own. */
    @Test
    void conventionsAreThoseOfThisMinorVersionOrOfAnEarlierOne() throws IOException {
        assertThat(isOfThisVersionOrOlder(Invoice.CONVENTION)).isTrue();
        assertThat(isOfThisVersionOrOlder(KpiBasis.CONVENTION)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000.0", "0.1000", "0.1.1", "0.01", "0.1-a", ""})
    void nothingElseIsAConvention(String name) throws IOException {
        assertThat(isOfThisVersionOrOlder(name)).isFalse();
    }

    private static boolean isOfThisVersionOrOlder(String convention) throws IOException {
        Matcher version = Pattern.compile("<version>([0-9]+)\\.([0-9]+)\\.[0-9]+(-SNAPSHOT)?</version>")
                .matcher(Files.readString(Path.of(System.getProperty("basedir", "."), "pom.xml")));
        assertThat(version.find()).isTrue();
        Matcher named = MINOR.matcher(convention);
        if (!named.matches()) {
            return false;
        }
        int major = Integer.compare(Integer.parseInt(named.group(1)), Integer.parseInt(version.group(1)));
        return major < 0 || (major == 0 && Integer.parseInt(named.group(2)) <= Integer.parseInt(version.group(2)));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(GoldenFiles.FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(LIST))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return GoldenFiles.FOLDER.relativize(file).toString().replace('\\', '/');
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] lines = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(lines));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
