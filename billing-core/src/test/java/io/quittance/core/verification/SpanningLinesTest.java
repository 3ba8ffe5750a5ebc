package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.JANUARY;
import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.eur;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.signed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.IssueTarget;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.VerificationFinding.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of a quarter beside lines of its months, of which each is to be invoiced by 310.00. */
class SpanningLinesTest {
    private static final Map<String, ServicePeriod> DAYS = Map.of(
            "jan", JANUARY,
            "feb", ServicePeriod.of("2026-02-01", "2026-03-01"),
            "mar", ServicePeriod.of("2026-03-01", "2026-04-01"),
            "two", ServicePeriod.of("2026-01-01", "2026-03-01"),
            "over", ServicePeriod.of("2026-02-20", "2026-03-11"),
            "end", ServicePeriod.of("2026-03-15", "2026-04-01"),
            "early", ServicePeriod.of("2026-01-01", "2026-02-11"),
            "half", ServicePeriod.of("2026-01-31", "2026-02-02"),
            "Q", ServicePeriod.of("2026-01-01", "2026-04-01"));

    private static ServicePeriod days(String name) {
        return requireNonNull(DAYS.get(name), name);
    }

    /** {@code jan:300#a} is a line of 300.00 for January with the id a. */
    private static List<InvoicedLine> lines(String text) {
        var lines = new ArrayList<InvoicedLine>();
        for (String each : text.split(" ", -1)) {
            String[] words = each.split("#", -1);
            String[] parts = words[0].split(":", -1);
            InvoicedLine line = line("platform", days(parts[0]), parts.length == 1 ? "310" : parts[1]);
            lines.add(words.length == 1 ? line : line.identified(words[1]));
        }
        return lines;
    }

    private static Verification verification() {
        return Verification.of(signed(PLATFORM), UsageSource.none(), LocalDate.parse("2026-04-01"));
    }

    /** The findings, and how many comparisons are right. */
    private static String said(VerificationReport report) {
        Stream<String> findings = report.findings().stream()
                .map(finding -> finding.code() + ":"
                        + finding.difference()
                                .toBigDecimal()
                                .stripTrailingZeros()
                                .toPlainString());
        return String.join(
                " ",
                Stream.concat(findings, Stream.of(report.right() + "/" + report.checked()))
                        .toList());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Q:930, 1/1",
        "jan jan mar, DUPLICATE:310 MISSING:-310 1/3",
        // with 1.00 for the quarter, February is compared with it alone
        "jan jan mar Q:1, DUPLICATE:310 UNEXPLAINED:-309 1/3",
        // what is right stays by itself where another month lacks what the line asks for
        "jan mar Q:310, 3/3",
        "jan mar Q:300, UNEXPLAINED:-10 2/3",
        "jan:300 feb mar Q:10, 3/3",
        "jan:320 feb mar Q:-10, 3/3",
        "jan:320 feb:300 mar Q:-10, UNEXPLAINED:-10 2/3",
        "jan feb mar Q:930, DUPLICATE:930 0/1",
        "jan feb mar Q:930 Q:-930, 1/1",
        "jan:310 jan:-310 Q:930, 1/1",
        "jan feb mar Q:-50, UNEXPLAINED:-50 0/1",
        // where none lacks it, what is wrong already stays by itself, unless all are
        "jan:320 feb mar Q:50, UNEXPLAINED:10 DUPLICATE:50 0/2",
        "jan:320 feb:320 mar:320 Q:50, UNEXPLAINED:80 0/1",
        // of lines that are short, those of one month come first
        "jan jan mar half:20, DUPLICATE:310 UNEXPLAINED:-290 1/3",
        // 330 for 310 are put right by the line that comes after; the same again is of the same month
        "jan over:330#a end:310 early:-20, 3/3",
        "jan over:330#a end:310 early:-20 over:330#a, DUPLICATE:330 2/3",
    })
    void joinsNoMoreThanIsNeeded(String lines, String said) {
        assertThat(said(verification().check(lines(lines)))).isEqualTo(said);
    }

    /** 10.00 lack in each of two months, and the line for both comes first: March is all that the quarter can be for. */
    @Test
    void shorterLinesComeFirstWhateverTheirDocuments() {
        var lines = lines("jan:300 feb:300 two:20");
        lines.add(line("platform", days("Q"), "310").on("R-0", "2026-01-31"));
        assertThat(said(verification().check(lines))).isEqualTo("2/2");
    }

    @Test
    void aLineOfNothingAddsNoDays() {
        assertThat(verification().check(lines("feb mar Q:0")).findings())
                .extracting(VerificationFinding::days)
                .containsExactly(JANUARY);
    }

    /** The first is of January as well; it does not make the second one so. */
    @Test
    void aLineOfNothingTakesNoOtherWithIt() {
        VerificationReport report = Verification.of(signed(PLATFORM), UsageSource.none(), LocalDate.parse("2026-02-01"))
                .check(lines("jan Q:0 feb:0"));
        assertThat(said(report)).isEqualTo("2/2");
    }

    /** Too much in January, too little in February: never netted. */
    @Test
    void aLineOfNothingJoinsNothing() {
        VerificationReport report = verification().check(lines("jan jan mar Q:0"));
        assertThat(report.findings())
                .isEqualTo(verification().check(lines("jan jan mar")).findings());
        assertThat(report.leakage()).isEqualTo(eur("310"));
        assertThat(report.overbilling()).isEqualTo(eur("310"));
        assertThat(report.right()).isEqualTo(1);
        assertThat(report.checked()).isEqualTo(3);
    }

    /** Its document counts, and it is right where nothing is due. */
    @Test
    void aLineOfNothingIsRightWhereNothingIsDue() {
        InvoicedLine nothing = line("platform", ServicePeriod.of("2026-05-01", "2026-06-01"), "0")
                .on("R-9", "2026-04-01");
        var lines = lines("jan feb mar");
        lines.addAll(List.of(nothing, nothing));
        VerificationReport report = verification().check(lines);
        assertThat(report.isClean()).isTrue();
        assertThat(report.checked()).isEqualTo(4);
        assertThat(report.right()).isEqualTo(4);
        assertThat(report.documents()).containsExactly("R-1", "R-9");
    }

    @Test
    void aLineOfNothingIsNotInTime() {
        var lines = List.of(
                line("platform", "0").on("R-1", "2026-02-01"),
                line("platform", "310").on("R-2", "2026-02-20"));
        Verification verification = Verification.of(signed(PLATFORM), UsageSource.none(), LocalDate.parse("2026-02-20"))
                .issuedBy(IssueTarget.days(3));
        assertThat(verification.check(lines).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.LATE);
            assertThat(finding.documents()).containsExactly("R-2");
        });
        assertThat(verification.check(lines.subList(0, 1)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(Code.MISSING));
    }

    /** January was in time, whatever the line of the quarter says in April of February. */
    @Test
    void aMonthOfItsOwnIsNotLateForTheQuarter() {
        Verification verification = verification().issuedBy(IssueTarget.days(3));
        List<InvoicedLine> lines = List.of(
                line("platform", JANUARY, "310").on("R-1", "2026-02-01"),
                line("platform", days("mar"), "310").on("R-3", "2026-04-01"),
                line("platform", days("Q"), "310").on("R-4", "2026-04-01"));
        assertThat(verification.check(lines).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.LATE);
            assertThat(finding.documents()).containsExactly("R-4");
            assertThat(finding.daysLate()).isEqualTo(28); // after 4 March
        });
    }
}
