package io.quittance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs all cases, or those of the folder that {@code -Dconformance.dir} names, and writes {@code
 * target/conformance.txt}.
 */
class ConformanceTest {
    private static final List<String> FILES = List.of("rating", "invoice", "invoice-rules", "ar", "kpi");

    @Test
    void answersEveryCaseOfEveryKnownTopic() throws IOException {
        String folder = System.getProperty("conformance.dir", "");
        var run = new Run(Listed.pending(), Listed.divergences());
        for (String file : FILES) {
            Optional<InputStream> cases = open(folder, file);
            if (cases.isPresent()) {
                try (InputStream stream = cases.get()) {
                    new JsonMapper().readTree(stream).forEach(node -> run.answer(Case.of(file, node)));
                }
            }
        }
        String report = run.report();
        Path target = Path.of(System.getProperty("basedir", "."), "target");
        Files.createDirectories(target);
        Files.writeString(target.resolve("conformance.txt"), report);
        System.out.print(report.lines().reduce("", (all, last) -> last) + "\n");
        assertThat(run.failures()).isEmpty();
        if (folder.isEmpty()) {
            assertThat(run.topics()).containsAll(Listed.pending());
            assertThat(run.topics()).containsAll(Adapters.ALL.keySet());
            assertThat(run.idleDivergences()).isEmpty();
        }
    }

    @Test
    void noTopicIsBothKnownAndPending() {
        Set<Topic> both = new HashSet<>(Listed.pending());
        both.retainAll(Adapters.ALL.keySet());
        assertThat(both).isEmpty();
    }

    private static Optional<InputStream> open(String folder, String file) throws IOException {
        if (folder.isEmpty()) {
            return Optional.ofNullable(ConformanceTest.class.getResourceAsStream("/conformance/" + file + ".json"));
        }
        Path path = Path.of(folder, file + ".json");
        return Files.exists(path) ? Optional.of(Files.newInputStream(path)) : Optional.empty();
    }
}
