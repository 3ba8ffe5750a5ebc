package io.quittance.testkit.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillingFinding;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.verification.InvoicedLine;
import io.quittance.core.verification.Verification;
import io.quittance.core.verification.VerificationFinding;
import io.quittance.core.verification.VerificationFinding.Code;
import io.quittance.core.verification.VerificationReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** What a verification owes to bill runs, on any lives of contracts. */
@PropertyDefaults(tries = 60)
class VerificationLawsTest {
    private static Verification verification(BillingLife life) {
        var usage = new ReportedSource(life.usage(), Instant.MIN, life.last().knownAt());
        return Verification.of(life.contract(), usage, life.last());
    }

    private static List<InvoicedLine> invoiced(Billed billed) {
        return billed.lines().stream().map(InvoicedLine::of).toList();
    }

    /** Not asked where a charge never decreases, which one run that knows all does not know. */
    @Property
    void whatOurOwnRunsBilledIsRight(@ForAll("lives") BillingLife life) {
        Billed billed = Billed.by(BillingEngine.ofLibrary(), life);
        Assume.that(!billed.findings().contains(BillingFinding.Code.DECREASE_REFUSED));
        assertThat(verification(life).check(invoiced(billed)).findings()).isEmpty();
    }

    @Property
    void aLineThatIsLeftOutIsMissing(@ForAll("lives") BillingLife life, @ForAll Random random) {
        List<InvoicedLine> lines = invoiced(Billed.by(BillingEngine.ofLibrary(), life.atOnce()));
        int index = someAmount(lines, random);
        var lacking = new ArrayList<>(lines);
        InvoicedLine left = lacking.remove(index);
        VerificationFinding finding = only(verification(life).check(lacking));
        assertThat(finding.code()).isEqualTo(Code.MISSING);
        assertThat(finding.difference()).isEqualTo(left.amount().negate());
    }

    @Property
    void aLineThatIsThereTwiceIsADuplicate(@ForAll("lives") BillingLife life, @ForAll Random random) {
        Billed billed = Billed.by(BillingEngine.ofLibrary(), life);
        Assume.that(!billed.findings().contains(BillingFinding.Code.DECREASE_REFUSED));
        List<InvoicedLine> lines = invoiced(billed);
        InvoicedLine twice = lines.get(someAmount(lines, random));
        var doubled = new ArrayList<>(lines);
        doubled.add(twice);
        VerificationFinding finding = only(verification(life).check(doubled));
        assertThat(finding.code()).isEqualTo(Code.DUPLICATE);
        assertThat(finding.difference()).isEqualTo(twice.amount());
    }

    /** Whatever is wrong with an invoice, the findings add up to what it is wrong by. */
    @Property
    void nothingIsUnexplainedInSum(@ForAll("lives") BillingLife life, @ForAll Random random) {
        List<BillLine> due = Billed.by(BillingEngine.ofLibrary(), life.atOnce()).lines();
        List<InvoicedLine> wrong = new ArrayList<>();
        due.forEach(line -> wrong.addAll(corrupted(InvoicedLine.of(line), random)));
        VerificationReport report = verification(life).check(wrong);
        Amount zero = Amount.zero(life.contract().signed().terms().currency());
        Amount expected = due.stream().map(BillLine::amount).reduce(zero, Amount::add);
        Amount invoiced = wrong.stream().map(InvoicedLine::amount).reduce(zero, Amount::add);
        Amount explained =
                report.findings().stream().map(VerificationFinding::difference).reduce(zero, Amount::add);
        assertThat(explained).isEqualTo(invoiced.subtract(expected));
        assertThat(report.expected()).isEqualTo(expected);
        assertThat(report.overbilling().subtract(report.leakage())).isEqualTo(explained);
    }

    private static List<InvoicedLine> wrong(BillingLife life, Random random) {
        List<InvoicedLine> wrong = new ArrayList<>();
        invoiced(Billed.by(BillingEngine.ofLibrary(), life)).forEach(line -> wrong.addAll(corrupted(line, random)));
        return wrong;
    }

    @Property
    void theOrderOfLinesChangesNothing(@ForAll("lives") BillingLife life, @ForAll Random random) {
        List<InvoicedLine> lines = wrong(life, random);
        VerificationReport report = verification(life).check(lines);
        Collections.shuffle(lines, random);
        assertThat(verification(life).check(lines)).isEqualTo(report);
    }

    @Property
    void aLineOfNothingChangesNoFinding(@ForAll("lives") BillingLife life, @ForAll Random random) {
        List<InvoicedLine> lines = wrong(life, random);
        Assume.that(!lines.isEmpty());
        List<VerificationFinding> findings = verification(life).check(lines).findings();
        InvoicedLine line = lines.get(random.nextInt(lines.size()));
        InvoicedLine other = lines.get(random.nextInt(lines.size()));
        lines.add(InvoicedLine.of(
                line.contract(),
                line.charge().or(other::charge).orElse(ChargeId.of("what is this")),
                new ServicePeriod(
                        line.days().start(),
                        Collections.max(List.of(line.days().end(), other.days().end()))),
                line.amount().multiply(0)));
        assertThat(verification(life).check(lines).findings()).isEqualTo(findings);
    }

    /** What was right stays right, and what is given back is neither leakage nor a comparison. */
    @Property
    void whatACreditNoteGivesBackIsCredited(@ForAll("lives") BillingLife life, @ForAll Random random) {
        List<InvoicedLine> lines = invoiced(Billed.by(BillingEngine.ofLibrary(), life.atOnce()));
        InvoicedLine line = lines.get(someAmount(lines, random));
        InvoicedLine other = lines.get(random.nextInt(lines.size()));
        Amount given = Amount.ofMinor(-1 - random.nextInt(50_000), line.amount().getCurrency());
        LocalDate end = Collections.max(List.of(line.days().end(), other.days().end()));
        VerificationReport right = verification(life).check(lines);
        lines = new ArrayList<>(lines);
        lines.add(InvoicedLine.of(
                        line.contract(),
                        line.charge().orElseThrow(),
                        new ServicePeriod(line.days().start(), end),
                        given)
                .credited());
        VerificationReport report = verification(life).check(lines);
        VerificationFinding finding = only(report);
        assertThat(finding.code()).isEqualTo(Code.CREDITED);
        assertThat(finding.difference()).isEqualTo(given);
        assertThat(report.checked()).isEqualTo(right.checked());
        assertThat(report.right()).isEqualTo(right.right());
    }

    private static List<InvoicedLine> corrupted(InvoicedLine line, Random random) {
        Amount change =
                Amount.ofMinor(random.nextInt(3_000) - 1_000, line.amount().getCurrency());
        InvoicedLine other = InvoicedLine.of(
                line.contract(),
                line.charge().orElseThrow(),
                line.days(),
                line.amount().add(change));
        return switch (random.nextInt(6)) {
            case 0 -> List.of();
            case 1 -> List.of(line, line);
            case 2 -> List.of(other);
            case 3 -> List.of(line, other.quantity(Fraction.of(random.nextInt(50))));
            case 4 -> List.of(InvoicedLine.ofText(line.contract(), "what is this", line.days(), line.amount()));
            default -> List.of(line);
        };
    }

    private static int someAmount(List<InvoicedLine> lines, Random random) {
        List<Integer> some = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).amount().signum() != 0) {
                some.add(i);
            }
        }
        Assume.that(!some.isEmpty());
        return some.get(random.nextInt(some.size()));
    }

    private static VerificationFinding only(VerificationReport report) {
        assertThat(report.findings()).hasSize(1);
        return report.findings().get(0);
    }

    @Provide
    Arbitrary<BillingLife> lives() {
        return BillingArbitraries.lives();
    }
}
