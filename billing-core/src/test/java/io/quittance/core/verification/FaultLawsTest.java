package io.quittance.core.verification;

import static io.quittance.core.verification.Verified.eur;
import static io.quittance.core.verification.Verified.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Charge;
import io.quittance.core.money.Amount;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;

/**
 * Faults in the invoices of a quarter: a fee of 310.00 a month, and 400, 410 and 420 calls at 0.10, which will be 0.12 from April on.
 * A month of a charge is a cell; the first three are of the fee.
 */
@PropertyDefaults(tries = 100)
class FaultLawsTest {
    private static final int CELLS = 6;
    private static final ServicePeriod QUARTER = ServicePeriod.of("2026-01-01", "2026-04-01");
    private static final Verification VERIFICATION = Verification.of(
            signed(
                    Charge.recurring("platform", FlatFee.of("310")),
                    Charge.usage("calls", "calls", PerUnit.of("0.10")).repriced("2026-04-01", PerUnit.of("0.12"))),
            UsageSource.of(List.of(used(0), used(1), used(2))),
            LocalDate.of(2026, 4, 1));

    private enum Fault {
        NONE,
        MISSING,
        DUPLICATE,
        ROUNDING,
        PRICE,
        QUANTITY,
        UNKNOWN
    }

    private static int calls(int month) {
        return 400 + 10 * month;
    }

    private static ServicePeriod days(int cell) {
        return ServicePeriod.of(YearMonth.of(2026, 1 + cell % 3));
    }

    private static UsageEvent used(int month) {
        return UsageEvent.of(
                "u-" + month,
                "ACME",
                "calls",
                String.valueOf(calls(month)),
                days(month).start() + "T10:00:00Z");
    }

    private static InvoicedLine line(int cell, Amount amount) {
        return InvoicedLine.of("C-1", cell < 3 ? "platform" : "calls", days(cell), amount)
                .on("R-" + days(cell).end(), days(cell).end());
    }

    private static Amount due(int cell) {
        return cell < 3 ? eur("310") : eur("0.10").multiply(calls(cell - 3));
    }

    /** Prices and quantities are those of calls; a fee is missing instead. */
    private static List<InvoicedLine> lines(int cell, Fault fault) {
        InvoicedLine right = line(cell, due(cell));
        boolean isFee = cell < 3;
        return switch (fault) {
            case NONE -> List.of(right);
            case MISSING -> List.of();
            case DUPLICATE -> List.of(right, right.on("R-9", "2026-04-01"));
            case ROUNDING -> List.of(line(cell, due(cell).add(eur("0.01"))));
            case PRICE -> isFee ? List.of() : List.of(line(cell, eur("0.12").multiply(calls(cell - 3))));
            case QUANTITY -> isFee ? List.of() : List.of(line(cell, eur("45")).quantity("450"));
            case UNKNOWN -> List.of(line(cell, eur("3.33")));
        };
    }

    private static List<InvoicedLine> wrong(int cell, Fault fault, int other, Fault second) {
        var lines = new ArrayList<InvoicedLine>();
        for (int i = 0; i < CELLS; i++) {
            lines.addAll(lines(i, i == cell ? fault : i == other ? second : Fault.NONE));
        }
        return lines;
    }

    private static List<InvoicedLine> wrong(int cell, Fault fault) {
        return wrong(cell, fault, -1, Fault.NONE);
    }

    private static List<InvoicedLine> and(List<InvoicedLine> lines, InvoicedLine more) {
        return Stream.concat(lines.stream(), Stream.of(more)).toList();
    }

    private static List<VerificationFinding> findings(List<InvoicedLine> lines) {
        return VERIFICATION.check(lines).findings();
    }

    @Property
    void faultsInTwoCellsAreFoundAsEachAlone(
            @ForAll @IntRange(max = 5) int cell,
            @ForAll Fault fault,
            @ForAll @IntRange(max = 5) int other,
            @ForAll Fault second) {
        Assume.that(cell != other);
        assertThat(findings(wrong(cell, fault, other, second)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(findings(wrong(cell, fault)), findings(wrong(other, second)))
                                .flatMap(List::stream)
                                .toList());
    }

    @Property
    void aLineOfNothingChangesNothing(
            @ForAll @IntRange(max = 5) int cell,
            @ForAll Fault fault,
            @ForAll @IntRange(max = 5) int other,
            @ForAll Fault second,
            @ForAll Random random) {
        List<InvoicedLine> lines = wrong(cell, fault, other, second);
        InvoicedLine nothing = InvoicedLine.of(
                        "C-1", random.nextBoolean() ? "platform" : "calls", some(random), eur("0"))
                .on("R-0", "2026-01-01");
        VerificationReport without = VERIFICATION.check(lines);
        VerificationReport with =
                VERIFICATION.check(and(lines, random.nextBoolean() ? nothing.quantity("7") : nothing));
        assertThat(with.findings()).isEqualTo(without.findings());
        assertThat(with.checked()).isEqualTo(without.checked());
        assertThat(with.right()).isEqualTo(without.right());
    }

    private static ServicePeriod some(Random random) {
        LocalDate start = QUARTER.start().plusDays(random.nextInt(80));
        return random.nextBoolean() ? QUARTER : new ServicePeriod(start, start.plusDays(1 + random.nextInt(10)));
    }

    @Property
    void theOrderOfLinesChangesNothing(
            @ForAll @IntRange(max = 5) int cell, @ForAll Fault fault, @ForAll Random random) {
        var lines = new ArrayList<>(wrong(cell, fault));
        for (int i = random.nextInt(4); i > 0; i--) {
            Amount amount = eur(String.valueOf(random.nextInt(700) - 200));
            InvoicedLine more = InvoicedLine.of(
                            "C-1", random.nextBoolean() ? "platform" : "calls", some(random), amount)
                    .on("R-" + random.nextInt(3), "2026-04-01");
            lines.add(random.nextBoolean() ? more.credited() : more);
        }
        VerificationReport report = VERIFICATION.check(lines);
        Collections.shuffle(lines, random);
        assertThat(VERIFICATION.check(lines)).isEqualTo(report);
    }

    /** For a month or the quarter; not where it happens to correct the fault to the cent. */
    @Property
    void aCreditNoteBesideAFaultIsFoundBesideIt(
            @ForAll @IntRange(max = 5) int cell,
            @ForAll Fault fault,
            @ForAll @IntRange(max = 5) int credited,
            @ForAll boolean quarter,
            @ForAll @IntRange(min = 1, max = 50_000) int cents) {
        Assume.that(fault != Fault.UNKNOWN);
        List<VerificationFinding> alone = findings(wrong(cell, fault));
        Amount given = Amount.ofMinor(-cents, eur("0").getCurrency());
        Assume.that(alone.stream()
                .noneMatch(finding -> finding.difference().add(given).abs().isLessThan(eur("0.03"))));
        InvoicedLine credit = line(credited, given);
        InvoicedLine note = (quarter
                        ? InvoicedLine.of("C-1", credit.charge().orElseThrow().value(), QUARTER, given)
                        : credit)
                .on("G-1", "2026-04-01")
                .credited();
        VerificationReport report = VERIFICATION.check(and(wrong(cell, fault), note));
        assertThat(said(report.findings()))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(said(alone).stream(), Stream.of("CREDITED " + given))
                        .toList());
        assertThat(report.checked()).isEqualTo(CELLS);
        assertThat(report.right()).isEqualTo(CELLS - alone.size());
    }

    private static List<String> said(List<VerificationFinding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.difference())
                .toList();
    }
}
