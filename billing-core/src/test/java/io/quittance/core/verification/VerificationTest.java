package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.CALLS;
import static io.quittance.core.verification.Verified.DATA;
import static io.quittance.core.verification.Verified.FEBRUARY_1;
import static io.quittance.core.verification.Verified.JANUARY;
import static io.quittance.core.verification.Verified.PLATFORM;
import static io.quittance.core.verification.Verified.USED;
import static io.quittance.core.verification.Verified.contract;
import static io.quittance.core.verification.Verified.eur;
import static io.quittance.core.verification.Verified.event;
import static io.quittance.core.verification.Verified.line;
import static io.quittance.core.verification.Verified.only;
import static io.quittance.core.verification.Verified.right;
import static io.quittance.core.verification.Verified.signed;
import static io.quittance.core.verification.Verified.used;
import static io.quittance.core.verification.Verified.verification;
import static io.quittance.core.verification.Verified.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.core.billing.BillingFinding;
import io.quittance.core.billing.IssueTarget;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import io.quittance.core.verification.VerificationFinding.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static final ServicePeriod FEBRUARY = ServicePeriod.of("2026-02-01", "2026-03-01");

    @Test
    void findsNothingWhereAllIsInvoicedAsAgreed() {
        VerificationReport report = verification().check(right());
        assertThat(report.isClean()).isTrue();
        assertThat(report.expected()).isEqualTo(eur("476.50"));
        assertThat(report.invoiced()).isEqualTo(eur("476.50"));
        assertThat(report.checked()).isEqualTo(3);
        assertThat(report.right()).isEqualTo(3);
        assertThat(report.documents()).containsExactly("R-1");
        assertThat(report.wrongDocuments()).isEmpty();
    }

    @Test
    void findsWhatIsMissing() {
        VerificationReport report = verification().check(List.of(line("platform", "310.00"), line("data", "125.00")));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.MISSING);
            assertThat(finding.contract()).isEqualTo(ContractId.of("C-1"));
            assertThat(finding.charge()).contains(ChargeId.of("calls"));
            assertThat(finding.days()).isEqualTo(JANUARY);
            assertThat(finding.documents()).isEmpty();
            assertThat(finding.expected()).isEqualTo(eur("41.50"));
            assertThat(finding.invoiced()).isEqualTo(eur("0"));
            assertThat(finding.difference()).isEqualTo(eur("-41.50"));
            assertThat(finding)
                    .hasToString("MISSING C-1 calls [2026-01-01, 2026-02-01): EUR -41.50,"
                            + " EUR 41.50 of [2026-01-01, 2026-02-01) were not invoiced");
        });
        assertThat(report.leakage()).isEqualTo(eur("41.50"));
        assertThat(report.overbilling()).isEqualTo(eur("0"));
        assertThat(report.checked()).isEqualTo(3);
        assertThat(report.right()).isEqualTo(2);
    }

    @Test
    void saysItInGerman() {
        VerificationFinding finding = only(verification(), right().subList(1, 3));
        assertThat(finding.reason().text(Locale.GERMAN))
                .isEqualTo("EUR 310.00 für [2026-01-01, 2026-02-01) nicht berechnet");
    }

    @Test
    void findsWhatIsInvoicedTwice() {
        VerificationReport report =
                verification().check(right(line("platform", "310.00").on("R-2", "2026-02-03")));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.DUPLICATE);
            assertThat(finding.difference()).isEqualTo(eur("310.00"));
            assertThat(finding.documents()).containsExactly("R-1", "R-2");
            assertThat(finding.reason().text()).isEqualTo("EUR 310.00 of [2026-01-01, 2026-02-01) are invoiced twice");
        });
        assertThat(report.overbilling()).isEqualTo(eur("310.00"));
        assertThat(report.wrongDocuments()).containsExactly("R-1", "R-2");
    }

    @Test
    void aCentBesideADuplicateIsRounding() {
        List<VerificationFinding> findings = verification()
                .check(List.of(
                        line("platform", "310.01"),
                        line("platform", "310.01"),
                        line("calls", "41.50"),
                        line("data", "125.00")))
                .findings();
        assertThat(findings).extracting(VerificationFinding::code).containsExactly(Code.DUPLICATE, Code.ROUNDING_ONLY);
        assertThat(findings).extracting(VerificationFinding::difference).containsExactly(eur("310.01"), eur("0.01"));
    }

    /** Half of the month is asked for once more: without that line the rest is right. */
    @Test
    void findsDaysThatAreInvoicedAgain() {
        InvoicedLine again = line("platform", ServicePeriod.of("2026-01-16", "2026-02-01"), "160.00");
        VerificationFinding finding = only(verification(), right(again));
        assertThat(finding.code()).isEqualTo(Code.DUPLICATE);
        assertThat(finding.difference()).isEqualTo(eur("160.00"));
    }

    @Test
    void findsALineThatIsThereThreeTimes() {
        List<VerificationFinding> findings = verification()
                .check(right(line("calls", "41.50"), line("calls", "41.50")))
                .findings();
        assertThat(findings).extracting(VerificationFinding::code).containsExactly(Code.DUPLICATE, Code.DUPLICATE);
        assertThat(findings).extracting(VerificationFinding::difference).containsExactly(eur("41.50"), eur("41.50"));
    }

    @Test
    void findsACreditThatWasGivenTwice() {
        ServicePeriod rest = ServicePeriod.of("2026-01-16", "2026-02-01");
        ContractHistory ended = signed(PLATFORM, CALLS)
                .amended(Amendment.end("A-1", LocalDate.of(2026, 1, 16), Instant.parse("2026-01-10T00:00:00Z")));
        var lines = new ArrayList<>(List.of(line("platform", "310.00"), line("platform", rest, "-160.00")));
        Verification verification = Verification.of(ended, UsageSource.none(), FEBRUARY_1);
        assertThat(verification.check(lines).isClean()).isTrue();
        lines.add(line("platform", rest, "-160.00"));
        VerificationFinding finding = only(verification, lines);
        assertThat(finding.code()).isEqualTo(Code.DUPLICATE);
        assertThat(finding.difference()).isEqualTo(eur("-160.00"));
        List<InvoicedLine> credited = List.of(
                lines.get(0),
                lines.get(1).credited(),
                lines.get(2).on("G-2", "2026-02-09").credited());
        assertThat(only(verification, credited).code()).isEqualTo(Code.DUPLICATE);
        assertThat(only(verification, credited).documents()).containsExactly("R-1", "G-2");
    }

    @Test
    void findsWhatIsLate() {
        Verification verification = Verification.of(signed(PLATFORM, CALLS, DATA), USED, LocalDate.parse("2026-02-15"))
                .issuedBy(IssueTarget.days(3));
        List<InvoicedLine> lines = right().stream()
                .map(line -> line.on("R-1", line.text().equals("calls") ? "2026-02-05" : "2026-02-04"))
                .toList();
        VerificationReport report = verification.check(lines);
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.LATE);
            assertThat(finding.daysLate()).isEqualTo(1);
            assertThat(finding.difference()).isEqualTo(eur("0"));
            assertThat(finding.reason().text()).isEqualTo("invoiced on 2026-02-05, 1 days after 2026-02-04");
        });
        assertThat(report.right()).isEqualTo(3);
        assertThat(report.wrongDocuments()).isEmpty();
    }

    @Test
    void aDraftIsLateOnTheDayOfTheVerification() {
        Verification verification = Verification.of(signed(PLATFORM), UsageSource.none(), LocalDate.parse("2026-02-15"))
                .issuedBy(IssueTarget.sameDay());
        VerificationFinding finding =
                only(verification, List.of(InvoicedLine.of("C-1", "platform", JANUARY, eur("310"))));
        assertThat(finding.code()).isEqualTo(Code.LATE);
        assertThat(finding.daysLate()).isEqualTo(14);
        assertThat(finding.documents()).isEmpty();
    }

    @Test
    void whatIsStillInTimeIsNoLeakage() {
        Verification early = Verification.of(signed(PLATFORM), UsageSource.none(), LocalDate.parse("2026-02-04"))
                .issuedBy(IssueTarget.days(3));
        VerificationReport report = early.check(List.of());
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.PENDING);
            assertThat(finding.difference()).isEqualTo(eur("-310.00"));
        });
        assertThat(report.leakage()).isEqualTo(eur("0"));
        assertThat(report.checked()).isZero();
        Verification after = Verification.of(signed(PLATFORM), UsageSource.none(), LocalDate.parse("2026-02-05"))
                .issuedBy(IssueTarget.days(3));
        assertThat(only(after, List.of()).code()).isEqualTo(Code.MISSING);
        assertThat(after.check(List.of()).checked()).isEqualTo(1);
    }

    @Test
    void findsWhatOnlyRoundingMakes() {
        VerificationFinding finding = only(verification(), with(line("calls", "41.49")));
        assertThat(finding.code()).isEqualTo(Code.ROUNDING_ONLY);
        assertThat(finding.difference()).isEqualTo(eur("-0.01"));
        assertThat(finding.reason().text())
                .isEqualTo("invoiced EUR 41.49 instead of EUR 41.50, which rounding explains");
        assertThat(only(verification(), with(line("calls", "41.48"))).code()).isEqualTo(Code.UNEXPLAINED);
    }

    @Test
    void findsWhatIsNotInTheContract() {
        InvoicedLine gift = InvoicedLine.ofText(ContractId.of("C-1"), "Gift wrap", JANUARY, eur("5.00"))
                .on("R-1", "2026-02-01");
        VerificationFinding finding = only(verification(), right(gift));
        assertThat(finding.code()).isEqualTo(Code.NOT_IN_CONTRACT);
        assertThat(finding.charge()).isEmpty();
        assertThat(finding.difference()).isEqualTo(eur("5.00"));
        assertThat(finding)
                .hasToString("NOT_IN_CONTRACT C-1 [2026-01-01, 2026-02-01): EUR 5.00,"
                        + " Gift wrap: EUR 5.00 were invoiced without a charge of the contract");
        assertThat(only(verification(), right(line("setup", "99.00"))).code()).isEqualTo(Code.NOT_IN_CONTRACT);
    }

    @Test
    void whatIsNotInTheContractCanBeInvoicedTwice() {
        List<VerificationFinding> findings = verification()
                .check(right(line("setup", "99.00"), line("setup", "99.00")))
                .findings();
        assertThat(findings)
                .extracting(VerificationFinding::code)
                .containsExactly(Code.DUPLICATE, Code.NOT_IN_CONTRACT);
        assertThat(findings).extracting(VerificationFinding::difference).containsExactly(eur("99.00"), eur("99.00"));
    }

    @Test
    void whatWasTakenBackIsNoFinding() {
        assertThat(verification()
                        .check(right(line("setup", "99.00"), line("setup", "-99.00")))
                        .isClean())
                .isTrue();
    }

    @Test
    void aChargeThatHasEndedIsNotInTheContract() {
        Verification verification =
                Verification.of(signed(PLATFORM.until("2026-02-01"), CALLS), USED, LocalDate.parse("2026-03-01"));
        VerificationReport report = verification.check(
                List.of(line("platform", "310"), line("platform", FEBRUARY, "310"), line("calls", "41.50")));
        assertThat(report.findings()).extracting(VerificationFinding::code).containsExactly(Code.NOT_IN_CONTRACT);
    }

    @Test
    void aChargeIsToldByItsName() {
        InvoicedLine named = InvoicedLine.ofText(ContractId.of("C-1"), "Platform", JANUARY, eur("310.00"));
        assertThat(verification()
                        .check(List.of(named, line("calls", "41.50"), line("data", "125.00")))
                        .isClean())
                .isTrue();
    }

    @Test
    void findsWhatIsNotDueYet() {
        VerificationFinding finding = only(verification(), right(line("platform", FEBRUARY, "310.00")));
        assertThat(finding.code()).isEqualTo(Code.NOT_DUE);
        assertThat(finding.difference()).isEqualTo(eur("310.00"));
        assertThat(finding.reason().text())
                .isEqualTo("EUR 310.00 were invoiced for days of which nothing is due by 2026-02-01");
        assertThat(only(verification(), right(line("calls", FEBRUARY, "3.00"))).code())
                .isEqualTo(Code.NOT_DUE);
    }

    @Test
    void findsWhatWasNotDelivered() {
        Verification verification =
                Verification.of(signed(PLATFORM, CALLS, DATA), used(event("u-2", "data", "150")), FEBRUARY_1);
        VerificationFinding finding = only(verification, right());
        assertThat(finding.code()).isEqualTo(Code.NOT_DELIVERED);
        assertThat(finding.difference()).isEqualTo(eur("41.50"));
        assertThat(finding.reason().text()).isEqualTo("EUR 41.50 were invoiced, and nothing was delivered");
    }

    @Test
    void whatACreditNoteGivesBackIsNoLeakage() {
        InvoicedLine goodwill =
                line("platform", "-31.00").on("G-1", "2026-02-10").credited();
        VerificationReport report = verification().check(right(goodwill));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.CREDITED);
            assertThat(finding.difference()).isEqualTo(eur("-31.00"));
            assertThat(finding.documents()).containsExactly("G-1");
            assertThat(finding.reason().text()).isEqualTo("EUR 31.00 were given back by a credit note");
        });
        assertThat(report.leakage()).isEqualTo(eur("0"));
        assertThat(report.right()).isEqualTo(3);
    }

    /** The right credit corrects what was too much; the one beside it is goodwill. */
    @Test
    void oneOfTwoCreditsIsGoodwill() {
        VerificationFinding finding = only(
                verification(),
                List.of(
                        line("platform", "350.00"),
                        line("platform", "-40.00").credited(),
                        line("platform", "-31.00").credited(),
                        line("calls", "41.50"),
                        line("data", "125.00")));
        assertThat(finding.code()).isEqualTo(Code.CREDITED);
        assertThat(finding.difference()).isEqualTo(eur("-31.00"));
    }

    @Test
    void whatCannotBeRatedIsNeitherRightNorWrong() {
        Charge failing = Charge.usage("calls", "calls", input -> {
            throw new IllegalArgumentException("no price today");
        });
        VerificationReport report = Verification.of(signed(PLATFORM, failing), USED, FEBRUARY_1)
                .check(List.of(line("platform", "310.00"), line("calls", "41.50")));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.NOT_VERIFIABLE);
            assertThat(finding.difference()).isEqualTo(eur("41.50"));
            assertThat(finding.reason().text()).isEqualTo("EUR 41.50 were invoiced for what cannot be rated");
        });
        assertThat(report.overbilling()).isEqualTo(eur("0"));
        assertThat(report.checked()).isEqualTo(1);
        assertThat(report.unbilled())
                .extracting(BillingFinding::code)
                .containsExactlyInAnyOrder(BillingFinding.Code.NOT_RATED, BillingFinding.Code.USAGE_NOT_CHARGED);
    }

    @Test
    void aMinimumWaitsForWhatCannotBeRated() {
        Charge failing = Charge.usage("calls", "calls", input -> {
            throw new IllegalArgumentException("no price today");
        });
        Contract contract =
                contract(PLATFORM, failing).minimum(SpendMinimum.of("400")).build();
        VerificationReport report = Verification.of(contract, used(event("u-1", "calls", "1")), FEBRUARY_1)
                .check(List.of(line("platform", "310.00"), line("terms.minimum", "90.00")));
        assertThat(report.findings()).extracting(VerificationFinding::code).containsExactly(Code.NOT_VERIFIABLE);
    }

    @Test
    void aMinimumIsALineOfTheContract() {
        Verification verification = Verification.of(
                contract(PLATFORM).minimum(SpendMinimum.of("400")).build(), UsageSource.none(), FEBRUARY_1);
        assertThat(verification
                        .check(List.of(line("platform", "310.00"), line("terms.minimum", "90.00")))
                        .isClean())
                .isTrue();
        assertThat(only(verification, List.of(line("platform", "310.00"))).code())
                .isEqualTo(Code.MISSING);
        assertThat(only(
                                Verification.of(contract(PLATFORM).build(), UsageSource.none(), FEBRUARY_1),
                                List.of(line("platform", "310.00"), line("terms.minimum", "90.00")))
                        .code())
                .isEqualTo(Code.NOT_IN_CONTRACT);
    }

    @Test
    void usageThatNobodyChargesIsReportedWithoutAmount() {
        VerificationReport report = Verification.of(signed(PLATFORM, CALLS), USED, FEBRUARY_1)
                .check(List.of(line("platform", "310.00"), line("calls", "41.50")));
        assertThat(report.findings()).isEmpty();
        assertThat(report.isClean()).isFalse();
        assertThat(report.unbilled()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(BillingFinding.Code.USAGE_NOT_CHARGED);
            assertThat(finding.path()).isEqualTo("usage[u-2]");
        });
    }

    @Test
    void whatNoRuleKnowsIsUnexplained() {
        VerificationFinding finding = only(verification(), with(line("platform", "300.00")));
        assertThat(finding.code()).isEqualTo(Code.UNEXPLAINED);
        assertThat(finding.difference()).isEqualTo(eur("-10.00"));
        assertThat(finding.reason().text())
                .isEqualTo("invoiced EUR 300.00 instead of EUR 310.00, of which EUR -10.00 are not explained");
    }

    /** January is asked for by one line of a quarter with February: they can only be compared together. */
    @Test
    void linesThatSpanPeriodsAreComparedTogether() {
        Verification verification =
                Verification.of(signed(PLATFORM), UsageSource.none(), LocalDate.parse("2026-03-01"));
        ServicePeriod both = ServicePeriod.of("2026-01-01", "2026-03-01");
        VerificationReport report = verification.check(List.of(line("platform", both, "620.00")));
        assertThat(report.isClean()).isTrue();
        assertThat(report.checked()).isEqualTo(1);
    }

    @Test
    void correctionsOfOurOwnAreRight() {
        ContractHistory amended = signed(PLATFORM)
                .amended(Amendment.terms(
                        "A-1",
                        LocalDate.of(2026, 1, 16),
                        Instant.parse("2026-02-10T00:00:00Z"),
                        contract(Charge.recurring("platform", FlatFee.of("620")))
                                .build()
                                .terms()));
        ServicePeriod rest = ServicePeriod.of("2026-01-16", "2026-02-01");
        List<InvoicedLine> lines = List.of(
                line("platform", "310.00"),
                line("platform", rest, "-160.00").on("R-2", "2026-02-15"),
                line("platform", rest, "320.00").on("R-2", "2026-02-15"));
        Verification verification = Verification.of(amended, UsageSource.none(), LocalDate.parse("2026-02-15"));
        assertThat(verification.check(lines).isClean()).isTrue();
        VerificationFinding finding = only(verification, lines.subList(0, 2));
        assertThat(finding.code()).isEqualTo(Code.MISSING);
        assertThat(finding.difference()).isEqualTo(eur("-320.00"));
    }

    @Test
    void looksAtSomeDaysOnly() {
        Verification verification = Verification.of(signed(PLATFORM), UsageSource.none(), LocalDate.parse("2026-03-01"))
                .during(FEBRUARY);
        VerificationReport report = verification.check(List.of(line("platform", "1.00")));
        assertThat(report.expected()).isEqualTo(eur("310.00"));
        assertThat(report.invoiced()).isEqualTo(eur("0"));
        assertThat(report.findings()).extracting(VerificationFinding::code).containsExactly(Code.MISSING);
    }

    @Test
    void nothingIsExpectedOfAContractThatIsNotKnownYet() {
        Verification verification = Verification.of(
                        signed(PLATFORM), UsageSource.none(), AsOf.of("2025-11-01", "2025-11-01T00:00:00Z"))
                .issuedBy(IssueTarget.sameDay());
        assertThat(verification.check(List.of()).isClean()).isTrue();
        assertThat(only(verification, List.of(line("platform", "310"))).code()).isEqualTo(Code.NOT_IN_CONTRACT);
    }

    @Test
    void aRuleOfYourOwnExplainsAPart() {
        VerificationRule rule = comparison -> comparison.open().signum() == 0
                ? List.of()
                : List.of(Cause.of(Code.OTHER, eur("-4.00"), Explanation.of("host.sample", "samples are free")));
        var rules = new ArrayList<>(VerificationRule.standard());
        rules.add(0, rule);
        List<VerificationFinding> findings =
                verification().by(rules).check(with(line("platform", "300.00"))).findings();
        assertThat(findings).extracting(VerificationFinding::code).containsExactly(Code.OTHER, Code.UNEXPLAINED);
        assertThat(findings).extracting(VerificationFinding::difference).containsExactly(eur("-4.00"), eur("-6.00"));
    }

    @Test
    void withoutRulesAllIsUnexplained() {
        assertThat(only(verification().by(List.of()), right().subList(1, 3)).code())
                .isEqualTo(Code.UNEXPLAINED);
    }

    @Test
    void refusesARuleThatFails() {
        Verification verification = verification().by(List.of(comparison -> {
            throw new IllegalStateException("broken");
        }));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> verification.check(right()))
                .withMessage("rules[0] must answer for platform [2026-01-01, 2026-02-01): EUR 310.00 expected,"
                        + " EUR 310.00 invoiced, EUR 0.00 open, but was java.lang.IllegalStateException: broken");
    }

    @Test
    void refusesACauseInAnotherCurrency() {
        Verification verification = verification()
                .by(List.of(comparison ->
                        List.of(Cause.of(Code.OTHER, Amount.of("1", "USD"), Explanation.of("host.other", "other")))));
        assertThatThrownBy(() -> verification.check(right()))
                .isInstanceOf(CurrencyMismatchException.class)
                .hasMessage("rules[0].difference must be in EUR, but was USD");
    }

    @Test
    void refusesLinesOfAnotherContract() {
        InvoicedLine other = InvoicedLine.of("C-2", "calls", JANUARY, eur("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> verification().check(right(other)))
                .withMessage("invoiced[3].contract must be C-1, but was C-2");
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void refusesALineThatIsNull() {
        List<InvoicedLine> lines = new ArrayList<>(right());
        lines.add(null);
        assertThatNullPointerException()
                .isThrownBy(() -> verification().check(lines))
                .withMessage("invoiced[3]");
    }

    @Test
    void refusesLinesInAnotherCurrency() {
        InvoicedLine other = InvoicedLine.of("C-1", "calls", JANUARY, Amount.of("1", "USD"));
        assertThatThrownBy(() -> verification().check(right(other)))
                .isInstanceOf(CurrencyMismatchException.class)
                .hasMessage("invoiced[3].amount must be in EUR, but was USD");
    }

    @Test
    void saysWhatItIs() {
        assertThat(verification()).hasToString("verification of C-1 as of 2026-02-01");
        assertThat(verification().check(right(line("calls", "41.50"))))
                .hasToString("verification of C-1: 2 of 3 right, EUR 0.00 leakage, EUR 41.50 too much");
    }

    @Test
    void pricesOfOtherChargesStayAsTheyAre() {
        Charge later = CALLS.repriced("2026-02-01", PerUnit.of("0.12"));
        Verification verification = Verification.of(signed(PLATFORM, later, DATA), USED, FEBRUARY_1);
        VerificationFinding finding = only(verification, with(line("calls", "49.80")));
        assertThat(finding.code()).isEqualTo(Code.WRONG_PRICE_VERSION);
        assertThat(finding.difference()).isEqualTo(eur("8.30"));
    }
}
