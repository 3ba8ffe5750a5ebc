package io.quittance.ar.risk;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;
import static io.quittance.ar.Samples.payment;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.Histories;
import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.LedgerStep;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.ledger.ReceivableWrittenOff.Reason;
import io.quittance.ar.ledger.Recovery;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.money.Monetary;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** 100.00 written off on 1 March, of which 30.00 come on 10 June: 30.00 are recovered in the second quarter, and 70.00 stay written off. */
class WriteOffsTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final ServicePeriod Q1 = ServicePeriod.of("2026-01-01", "2026-04-01");
    private static final ServicePeriod Q2 = ServicePeriod.of("2026-04-01", "2026-07-01");
    private static final LocalDate JUNE_10 = LocalDate.parse("2026-06-10");
    private static final Explanation WHY = Explanation.of("test.why", "agreed by letter");

    private static final CustomerLedger GIVEN_UP = post(
            post(Ledger.empty("EUR").customer(A), "R1", new ReceivablePosted(receivable("R1", "2026-01-31", "100"))),
            "W1",
            ReceivableWrittenOff.of(A, id("R1"), eur("100"), Reason.UNCOLLECTIBLE, LocalDate.parse("2026-03-01")));

    private static CustomerLedger post(CustomerLedger ledger, String key, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(key, fact, NOW)).ledger();
    }

    private static CustomerLedger recovered() {
        CustomerLedger ledger = post(GIVEN_UP, "P1", new PaymentReceived(payment("P1", "2026-06-10", "30")));
        for (LedgerFact fact : Recovery.of(ledger, PaymentId.of("P1"), id("R1"), JUNE_10)) {
            ledger = post(ledger, "X" + ledger.version(), fact);
        }
        return ledger;
    }

    @Test
    void whatComesAfterAllIsRecovered() {
        WriteOffs quarter = WriteOffs.of(recovered(), Q2, NOW);
        assertThat(quarter.opening()).isEqualTo(eur("100"));
        assertThat(quarter.movements())
                .containsExactly(new WriteOffMovement(id("R1"), JUNE_10, eur("0"), eur("30"), eur("30")));
        assertThat(quarter.writtenOff()).isEqualTo(eur("0"));
        assertThat(quarter.reversed()).isEqualTo(eur("30"));
        assertThat(quarter.recovered()).isEqualTo(eur("30"));
        assertThat(quarter.closing()).isEqualTo(eur("70"));
    }

    @Test
    void aMonthOfThePastStaysAsItWas() {
        WriteOffs quarter = WriteOffs.of(recovered(), Q1, NOW);
        assertThat(quarter.opening()).isEqualTo(eur("0"));
        assertThat(quarter.writtenOff()).isEqualTo(eur("100"));
        assertThat(quarter.closing()).isEqualTo(eur("100"));
        assertThat(WriteOffs.of(recovered(), Q2, NOW.minusSeconds(1)).closing()).isEqualTo(eur("0"));
    }

    /** Given up by mistake: reversed, and nothing came. */
    @Test
    void aMistakeIsNotRecovered() {
        CustomerLedger corrected =
                post(GIVEN_UP, "X1", new EntryReversed(A, EntryKey.of("W1"), LocalDate.parse("2026-05-01")));
        WriteOffs quarter = WriteOffs.of(corrected, Q2, NOW);
        assertThat(quarter.reversed()).isEqualTo(eur("100"));
        assertThat(quarter.recovered()).isEqualTo(eur("0"));
        CustomerLedger sameDay =
                post(GIVEN_UP, "X1", new EntryReversed(A, EntryKey.of("W1"), LocalDate.parse("2026-03-01")));
        assertThat(WriteOffs.of(sameDay, Q1, NOW).movements()).isEmpty();
    }

    private static Allocation allocation(Payment payment, String amount) {
        return Allocation.restored(payment, payment.amount(), List.of(AllocationLine.of(id("R1"), eur(amount), WHY)));
    }

    /** Taken back since a credit settles 30.00 of it: nothing came. */
    @Test
    void aCreditRecoversNothing() {
        Credit credit = Credit.of(PaymentId.of("C1"), A, JUNE_10, eur("30"));
        CustomerLedger ledger = post(GIVEN_UP, "X1", new EntryReversed(A, EntryKey.of("W1"), JUNE_10));
        ledger = post(ledger, "C1", new CreditPosted(credit));
        ledger = post(ledger, "C2", new PaymentAllocated(allocation(credit.asPayment(), "30"), JUNE_10));
        assertThat(WriteOffs.of(ledger, Q2, NOW).movements())
                .containsExactly(new WriteOffMovement(id("R1"), JUNE_10, eur("0"), eur("100"), eur("0")));
    }

    /** Of 100.00, 70.00 come, 5.00 the bank kept and 25.00 are given up with them. */
    @Test
    void whatIsGivenUpWithinASettlementCounts() {
        Payment money = payment("P1", "2026-03-10", "70");
        Settlement settlement = Settlement.of(allocation(money, "70"))
                .with(Adjustment.of(Adjustment.Kind.BANK_CHARGE, id("R1"), eur("5"), WHY))
                .with(Adjustment.of(Adjustment.Kind.WRITE_OFF, id("R1"), eur("25"), WHY));
        CustomerLedger ledger = Ledger.empty("EUR").customer(A);
        ledger = post(ledger, "R1", new ReceivablePosted(receivable("R1", "2026-01-31", "100")));
        ledger = post(ledger, "P1", new PaymentReceived(money));
        ledger = post(ledger, "S1", new PaymentAllocated(settlement, money.valueDate()));
        assertThat(WriteOffs.of(ledger, Q1, NOW).movements())
                .containsExactly(new WriteOffMovement(id("R1"), money.valueDate(), eur("25"), eur("0"), eur("0")));
        CustomerLedger undone = post(ledger, "X1", new EntryReversed(A, EntryKey.of("S1"), JUNE_10));
        assertThat(WriteOffs.of(undone, Q2, NOW).movements())
                .containsExactly(new WriteOffMovement(id("R1"), JUNE_10, eur("0"), eur("25"), eur("0")));
    }

    @Test
    void refusesWhatDoesNotAddUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WriteOffMovement(id("R1"), JUNE_10, eur("1"), eur("1"), eur("0")))
                .withMessage("reversed must be more than 0 if nothing is written off, and else 0, but was EUR 1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WriteOffMovement(id("R1"), JUNE_10, eur("0"), eur("0"), eur("0")))
                .withMessageStartingWith("reversed must be more than 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WriteOffMovement(id("R1"), JUNE_10, eur("-1"), eur("1"), eur("0")))
                .withMessage("writtenOff must be 0 or more, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WriteOffMovement(id("R1"), JUNE_10, eur("0"), eur("1"), eur("1.01")))
                .withMessage("recovered must be 0 or more and at most EUR 1.00, but was EUR 1.01");
        Amount dollar = Amount.zero(Monetary.getCurrency("USD"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new WriteOffMovement(id("R1"), JUNE_10, eur("1"), dollar, eur("0")))
                .withMessageContaining("reversed");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new WriteOffMovement(id("R1"), JUNE_10, eur("0"), eur("1"), dollar))
                .withMessage("recovered must be in EUR, but was USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WriteOffMovement(id("R1"), JUNE_10, eur("1"), eur("-1"), eur("0")))
                .withMessage("reversed must be more than 0 if nothing is written off, and else 0, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WriteOffMovement(id("R1"), JUNE_10, eur("0"), eur("1"), eur("-1")))
                .withMessage("recovered must be 0 or more and at most EUR 1.00, but was EUR -1.00");
        var back = new WriteOffMovement(id("R1"), JUNE_10, eur("0"), eur("30"), eur("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WriteOffs(A, Q2, eur("29"), List.of(back)))
                .withMessage("movements must leave 0 or more written off, but was EUR -1.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WriteOffs(A, Q1, eur("30"), List.of(back)))
                .withMessageStartingWith("movements[0].date must be within");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WriteOffs(A, Q2, eur("-1"), List.of()))
                .withMessage("opening must be 0 or more, but was EUR -1.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new WriteOffs(A, Q2, dollar, List.of(back)))
                .withMessageContaining("movements[0]");
    }

    /** A period is the sum of its parts, and what is left is what no entry has undone. */
    @Property
    void splittingAPeriodChangesNothing(
            @ForAll("histories") List<LedgerEntry> entries,
            @ForAll @IntRange(min = 1, max = 150) int days,
            @ForAll @IntRange(min = 1, max = 150) int more) {
        LocalDate first = Histories.FIRST_DAY;
        LocalDate middle = first.plusDays(days);
        LocalDate end = middle.plusDays(more);
        for (CustomerLedger ledger : Ledger.empty("EUR").postAll(entries).customers()) {
            Instant known = Instant.MAX;
            WriteOffs whole = WriteOffs.of(ledger, new ServicePeriod(first, end), known);
            WriteOffs before = WriteOffs.of(ledger, new ServicePeriod(first, middle), known);
            WriteOffs after = WriteOffs.of(ledger, new ServicePeriod(middle, end), known);
            assertThat(before.closing()).isEqualTo(after.opening());
            assertThat(before.writtenOff().add(after.writtenOff())).isEqualTo(whole.writtenOff());
            assertThat(before.recovered().add(after.recovered())).isEqualTo(whole.recovered());
            assertThat(after.closing()).isEqualTo(whole.closing()).isEqualTo(standing(ledger, end.minusDays(1)));
        }
    }

    private static Amount standing(CustomerLedger ledger, LocalDate day) {
        List<LedgerStep> steps = ledger.steps(AsOf.of(day, Instant.MAX));
        Set<LedgerEntry> undone = new HashSet<>();
        steps.forEach(step -> undone.addAll(step.undone()));
        Amount sum = eur("0");
        for (LedgerStep step : steps) {
            LedgerFact fact = step.entry().fact();
            if (undone.contains(step.entry())) {
                continue;
            }
            if (fact instanceof ReceivableWrittenOff given) {
                sum = sum.add(given.amount());
            } else if (fact instanceof PaymentAllocated allocated) {
                sum = sum.add(allocated.settlement().adjusted(Adjustment.Kind.WRITE_OFF));
            }
        }
        return sum;
    }

    @Provide
    Arbitrary<List<LedgerEntry>> histories() {
        return Histories.histories();
    }
}
