package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.JANUARY;
import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.said;
import static io.quittance.core.verification.Verified.signed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that are there once more, and lines that only look so. 310.00 are due for January; the lines are on and so on. */
class DuplicatesTest {
    private static final Map<String, ServicePeriod> DAYS = Map.of(
            "jan", JANUARY,
            "first", ServicePeriod.of("2026-01-01", "2026-01-16"),
            "mid", ServicePeriod.of("2026-01-10", "2026-01-25"),
            "second", ServicePeriod.of("2026-01-16", "2026-02-01"));

    /** {@code first:50#a} is a line of 50.00 for the first half of January with the id a. */
    private static VerificationReport check(String text) {
        var lines = new ArrayList<InvoicedLine>();
        for (String each : text.split(" ", -1)) {
            String[] words = each.split("[:#]", -1);
            InvoicedLine line = line("platform", requireNonNull(DAYS.get(words[0])), words[1])
                    .on("R-" + (lines.size() + 1), "2026-02-01");
            lines.add(words.length == 3 ? line.identified(words[2]) : line);
        }
        return Verification.of(signed(PLATFORM), UsageSource.none(), FEBRUARY_1).check(lines);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // too little is no duplicate, even if it is there twice
        "jan:40 jan:40, UNEXPLAINED:-230",
        // without one of them it would be too little
        "jan:200 jan:200, UNEXPLAINED:90",
        // or by no more than rounding
        "jan:309.99 jan:309.99, DUPLICATE:309.99 ROUNDING_ONLY:-0.01",
        // what is right to the cent stays, wherever it stands
        "jan:310.01 jan:310, DUPLICATE:310.01",
        "jan:310 jan:310.01, DUPLICATE:310.01",
        // of two that would do, the one with the id of another, else the one that leaves no cent
        "first:100#a first:100#a second:110.01 mid:99.99, DUPLICATE:100",
        "first:150 second:139.99 mid:20 mid:20.01, DUPLICATE:20",
        // the same as no other line, and without one of them it is still wrong
        "jan:310 jan:7 jan:5, UNEXPLAINED:12",
        "jan:310 first:50 mid:50, UNEXPLAINED:100",
        "jan:320#a jan:100#a, UNEXPLAINED:110",
        // without it all would be right, to the cent or nearly, but it is the line that was expected
        "jan:100 first:150 second:160, UNEXPLAINED:100",
        "jan:100 first:150 second:160.01, UNEXPLAINED:100.01",
        // no day is asked for twice
        "first:310 second:160, UNEXPLAINED:160",
        "first:310 mid:160, DUPLICATE:160",
    })
    void aLineIsThereTwiceIfItsDaysAreAndTheRestIsLessWrong(String lines, String findings) {
        assertThat(said(check(lines))).isEqualTo(findings);
    }

    private static List<String> documents(String lines) {
        VerificationFinding duplicate = check(lines).findings().get(0);
        assertThat(duplicate.code()).isEqualTo(VerificationFinding.Code.DUPLICATE);
        return duplicate.documents();
    }

    /** Three of 160.00 are 480.00: without one of them 10.00 are left open, so only one is too many. */
    @Test
    void ofLinesThatAreTheSameThoseOfOneIdAreTheSameLineTwice() {
        assertThat(documents("jan:160#a jan:160#a jan:160#b")).containsExactly("R-1", "R-2");
        assertThat(documents("jan:160#a jan:160#b jan:160#c")).containsExactly("R-1", "R-3");
    }

    /** Four of 110.00 are 440.00: without one of them 20.00 are left open. */
    @Test
    void linesWithoutIdsHaveNoIdInCommon() {
        assertThat(documents("jan:110#a jan:110#a jan:110 jan:110")).containsExactly("R-1", "R-2");
    }
}
