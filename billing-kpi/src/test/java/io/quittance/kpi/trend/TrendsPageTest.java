package io.quittance.kpi.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/trends.md says of which KPIs an average of totals is right. */
class TrendsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "../docs/trends.md");

    @Test
    void everyQuotientThatAnAverageIsRightForIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("weighted by sample size, and for:");
        String list = page.substring(from, page.indexOf("alsoFor", from));
        assertThat(Pattern.compile("`([a-z0-9.-]+)`").matcher(list).results().map(id -> id.group(1)))
                .containsExactlyElementsOf(new TreeSet<>(Flows.COMPUTED));
    }
}
