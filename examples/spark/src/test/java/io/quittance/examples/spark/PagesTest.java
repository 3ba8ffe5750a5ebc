package io.quittance.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a reader copies from the pages is what is compiled here. */
class PagesTest {
    @Test
    void theCodeOfTheReadmeIsCompiled() throws IOException {
        assertThat(fences("README.md"))
                .containsExactly(
                        region("BillMonth", "main"), region("SparkRun", "run"), region("Screening", "reasons"));
    }

    @Test
    void theCodeOfThePageOfScalingIsCompiled() throws IOException {
        assertThat(fences("../../docs/scaling.md")).containsExactly(region("UsageRating", "rating"));
    }

    private static List<String> fences(String page) throws IOException {
        return Pattern.compile("(?ms)^```java\n(.*?)^```$")
                .matcher(Files.readString(Path.of(page)))
                .results()
                .map(fence -> fence.group(1))
                .toList();
    }

    private static String region(String type, String name) throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/quittance/examples/spark/" + type + ".java"));
        Matcher region = Pattern.compile("(?s)// page " + name + " begins\n(.*?)\\s*// page " + name + " ends")
                .matcher(source);
        assertThat(region.find()).as(type + " " + name).isTrue();
        return region.group(1).stripIndent() + "\n";
    }
}
