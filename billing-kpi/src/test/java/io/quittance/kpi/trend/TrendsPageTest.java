package io.quittance.kpi.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/trends.md says of which KPIs an average of totals is right. */
class TrendsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "../docs/trends.md");
    private static final Path KPIS = Path.of(System.getProperty("basedir", "."), "../docs/kpis.md");

    /** The KPIs that an average of totals is wrong for, by why. Whoever adds one says which it is, here or in {@link Flows}. */
    private static final Map<String, Pattern> NO_TOTALS = Map.of(
            "a balance above or below the line",
            any(
                    "dso\\..+",
                    "add",
                    "cei(\\..+)?",
                    "collection-rate\\.period",
                    "(overdue|current|over-90)\\.(amount|count|pct)",
                    "days-overdue\\.open",
                    "days-to-pay\\.open-share",
                    "turnover(\\.annualised)?",
                    "acp",
                    "write-off\\.pct\\.(receivables|opening-receivables|bad-debts|count)",
                    "unapplied\\.pct\\..+",
                    "billing\\.(unbilled-days|lock-up)",
                    "(loss|roll)-rate\\..+",
                    "concentration\\..+",
                    "credit\\.utilisation",
                    "payment-plan\\.share\\..+",
                    "collection\\.progress",
                    "ddo",
                    "billing\\.productivity\\.(invoices|lines)"),
            "no totals",
            any(
                    ".+\\.(median|p90|max)",
                    ".+\\.p90\\..+",
                    "billing\\.advance-time\\.mean",
                    "(vendor|scorecard)\\.score(\\..+)?",
                    "scorecard\\.coverage"),
            "another answer on a later day, so that it is not that of the whole at the end of each period",
            any(
                    ".+\\.by-invoice-date",
                    ".+\\.with-open",
                    ".+\\.(within|after)-\\d+-(days|hours|months)(\\..+)?",
                    "due-cohort\\.paid-.+",
                    "collection-rate\\.due-cohort\\.by-period-end",
                    "(billing\\.)?dispute-rate\\..+",
                    "discrepancy\\.resolved\\..+",
                    "dispute\\.age\\..*mean",
                    "cash-app\\..+",
                    "ptp\\..+",
                    "dunning\\.recovery(\\.level-2)?",
                    "credit\\.approval\\..*of-received",
                    "billing\\.completeness",
                    "inquiry\\.response-time\\.mean",
                    "reporting\\.ad-hoc\\.mean",
                    "reporting\\.accuracy",
                    "goals\\.rate\\.(counted|targets)"),
            "customers or accounts that count in several periods",
            any("recon\\.accounts(\\.active)?", "repeat-business\\..+"),
            "a comparison of two periods",
            any(".+reduction(\\.by-(balances|rates))?", "payment-speed"),
            "a sum, which needs no list",
            any("training\\.hours"));

    private static Pattern any(String... ids) {
        return Pattern.compile(String.join("|", ids));
    }

    /** A row of the page of KPIs has the id first, the formula third and the unit fourth; a sum of money or of a number is one whatever its list says. */
    @Test
    void everyQuotientOfTheKpisIsTotalsOfItsPeriodOrIsNot() throws IOException {
        Set<String> none = new TreeSet<>();
        Set<String> both = new TreeSet<>();
        for (String line : Files.readAllLines(KPIS)) {
            List<String> cells = Pattern.compile(" \\| ").splitAsStream(line).toList();
            if (!line.startsWith("| `") || cells.size() != 9) {
                continue;
            }
            String id = cells.get(0).substring(3, cells.get(0).length() - 1);
            boolean isSum = cells.get(3).equals("money")
                    || (cells.get(3).equals("number") && !cells.get(2).contains(" / "));
            long reasons = NO_TOTALS.values().stream()
                    .filter(ids -> ids.matcher(id).matches())
                    .count();
            if (!isSum && reasons == 0 && !Flows.has(id)) {
                none.add(id);
            }
            if (reasons > 0 && Flows.has(id)) {
                both.add(id);
            }
        }
        assertThat(none).as("said neither to be totals nor not to be").isEmpty();
        assertThat(both).as("said to be totals and not to be").isEmpty();
    }

    @Test
    void everyQuotientThatAnAverageIsRightForIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("weighted by sample size, and for:");
        String list = page.substring(from, page.indexOf("alsoFor", from));
        assertThat(Pattern.compile("`([a-z0-9.-]+)`").matcher(list).results().map(id -> id.group(1)))
                .containsExactlyElementsOf(new TreeSet<>(Flows.COMPUTED));
    }
}
