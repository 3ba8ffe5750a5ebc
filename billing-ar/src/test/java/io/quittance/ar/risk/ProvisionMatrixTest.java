package io.quittance.ar.risk;

import static io.quittance.ar.Samples.A;
import static io.quittance.ar.Samples.B;
import static io.quittance.ar.Samples.copy;
import static io.quittance.ar.Samples.dispute;
import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.receivable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.aging.AgingBucket;
import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.aging.AgingRule;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProvisionMatrixTest {
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final LocalDate JUNE_30 = LocalDate.parse("2026-06-30");
    private static final ProvisionMatrix USUAL = new ProvisionMatrix(
            List.of(
                    ProvisionRate.percent("current", "0.5"),
                    ProvisionRate.percent("1-30", "2.2"),
                    ProvisionRate.percent("31-60", "2.7"),
                    ProvisionRate.percent("over 60", "4.5")),
            CENTS);

    private static Provision provide(ProvisionMatrix matrix, String... balances) {
        return matrix.provide(Stream.of(balances).map(balance -> eur(balance)).toList());
    }

    /** faqifrs.com, step 6 of the provision matrix. */
    @Test
    void appliesARateToEachBucket() {
        Provision provision = provide(USUAL, "15000", "7500", "4000", "2500");
        assertThat(provision.rows())
                .extracting(ProvisionRow::amount)
                .containsExactly(eur("75"), eur("165"), eur("108"), eur("112.50"));
        assertThat(provision.total()).isEqualTo(eur("460.50"));
        assertThat(provision.rows().get(1))
                .hasToString("1-30: EUR 7500.00 × 0.022 = EUR 165.00, HALF_UP at 2 decimal places");
    }

    /** The rates of the example above by 1.25, by hand: 0.625, 2.75, 3.375 and 5.625 %; 140.625 is rounded once. */
    @Test
    void looksAhead() {
        Provision provision = provide(USUAL.lookingAhead("1.25"), "15000", "7500", "4000", "2500");
        assertThat(provision.rows())
                .extracting(ProvisionRow::amount)
                .containsExactly(eur("93.75"), eur("206.25"), eur("135"), eur("140.63"));
        assertThat(USUAL.lookingAhead("1")).isEqualTo(USUAL);
    }

    @Test
    void noMoreThanAllIsLost() {
        assertThat(ProvisionRate.percent("over 90", "82").lookingAhead("1.25").rate())
                .isEqualTo(Fraction.ONE);
        assertThat(ProvisionRate.percent("over 90", "80").lookingAhead("0.5").rate())
                .isEqualTo(Fraction.of(2, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.lookingAhead("0"))
                .withMessage("factor must be more than 0, but was 0");
    }

    /** Two rows of 0.335 are 0.34 each and 0.68 together, not the 0.67 of their exact sum. */
    @Test
    void theTotalIsTheSumOfRoundedRows() {
        var matrix =
                new ProvisionMatrix(List.of(ProvisionRate.percent("a", "1"), ProvisionRate.percent("b", "1")), CENTS);
        assertThat(provide(matrix, "33.50", "33.50").total()).isEqualTo(eur("0.68"));
    }

    /** simplestudies.com, in whole units; and thirds, which no percentage has. */
    @Test
    void takesAnyUnitAndExactRates() {
        var matrix = new ProvisionMatrix(List.of(new ProvisionRate("all", Fraction.of(1, 3))), Rounding.halfUp(0));
        assertThat(provide(matrix, "100").total()).isEqualTo(eur("33"));
        assertThat(provide(matrix, "3").total()).isEqualTo(eur("1"));
    }

    @Test
    void saysWhatIsToBeBooked() {
        Provision provision = provide(new ProvisionMatrix(List.of(ProvisionRate.percent("all", "2")), CENTS), "50000");
        assertThat(provision.adjust(eur("0")).expense()).isEqualTo(eur("1000"));
        assertThat(provision.adjust(eur("400")).expense()).isEqualTo(eur("600"));
        assertThat(provision.adjust(eur("1300")).expense()).isEqualTo(eur("-300"));
        assertThat(provision.adjust(eur("-50")).expense()).isEqualTo(eur("1050"));
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> provision.adjust(Amount.of("1", "USD")));
        assertThat(AllowanceAdjustment.of(eur("0"), eur("400")).expense()).isEqualTo(eur("-400"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowanceAdjustment.of(eur("-0.01"), eur("0")))
                .withMessage("required must not be negative, but was EUR -0.01");
    }

    private static Ledger ledger() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        return Ledger.empty(eur("0").getCurrency())
                .post(LedgerEntry.of(
                        EntryKey.of("1"), new ReceivablePosted(receivable("R1", "2026-07-01", "1000")), now))
                .ledger()
                .post(LedgerEntry.of(
                        EntryKey.of("2"), new ReceivablePosted(receivable("R2", "2026-06-29", "100")), now))
                .ledger()
                .post(LedgerEntry.of(
                        EntryKey.of("3"), new ReceivablePosted(receivable("R3", "2026-01-01", "200")), now))
                .ledger()
                .post(LedgerEntry.of(
                        EntryKey.of("4"),
                        new PaymentReceived(Payment.of(PaymentId.of("P"), A, JUNE_30, eur("50"))),
                        now))
                .ledger();
    }

    /** 1000.00 not yet due, 100.00 a day late, 200.00 of January: 5.00 + 2.20 + 9.00; money on account lowers nothing. */
    @Test
    void readsAnAgingReport() {
        AgingReport report = AgingReport.of(ledger().asOf(JUNE_30), AgingBuckets.days(30, 60));
        Provision provision = USUAL.provide(report);
        assertThat(provision.rows())
                .extracting(ProvisionRow::amount)
                .containsExactly(eur("5"), eur("2.20"), eur("0"), eur("9"));
        assertThat(USUAL.provide(report, A)).isEqualTo(provision);
        assertThat(USUAL.provide(report, B).total()).isEqualTo(eur("0"));
    }

    /**
     * 40.00 of the 200.00 of January are contested: 160.00 at 4.5 % are 7.20, and the 40.00 nothing, or 4.00 at 10 % of their own; by their age
     * they are in the 9.00.
     */
    @Test
    void whatIsContestedHasARateOfItsOwn() {
        Ledger contested = ledger().post(LedgerEntry.of(
                        "5",
                        new DisputeOpened(A, dispute("R3", "40"), LocalDate.parse("2026-05-01")),
                        Instant.parse("2026-06-01T00:00:00Z")))
                .ledger();
        AgingReport report = AgingReport.of(contested.asOf(JUNE_30), AgingBuckets.days(30, 60));
        assertThat(USUAL.provide(report).rows())
                .extracting(ProvisionRow::amount)
                .containsExactly(eur("5"), eur("2.20"), eur("0"), eur("7.20"));
        var rates = new ArrayList<>(USUAL.rates());
        rates.add(ProvisionRate.percent(ProvisionMatrix.DISPUTED, "10"));
        var own = new ProvisionMatrix(rates, CENTS);
        assertThat(own.provide(report).rows())
                .extracting(ProvisionRow::amount)
                .containsExactly(eur("5"), eur("2.20"), eur("0"), eur("7.20"), eur("4"));
        assertThat(own.provide(report, A)).isEqualTo(own.provide(report));
        assertThat(own.provide(report, B).total()).isEqualTo(eur("0"));
        AgingReport together = AgingReport.of(
                contested.asOf(JUNE_30), AgingRule.of(AgingBuckets.days(30, 60)).withDisputedInBuckets());
        assertThat(USUAL.provide(together).total()).isEqualTo(eur("16.20"));
    }

    @Test
    void refusesAReportOfOtherBuckets() {
        AgingReport other = AgingReport.of(ledger().asOf(JUNE_30), AgingBuckets.days(30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.provide(other))
                .withMessage(
                        "report must have the buckets [current, 1-30, 31-60, over 60], but was [current, 1-30, over"
                                + " 30]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USUAL.provide(other, B))
                .withMessageStartingWith("report must have the buckets");
        AgingBuckets late = AgingBuckets.completing(List.of(new AgingBucket("late", 1, Long.MAX_VALUE)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProvisionMatrix(List.of(ProvisionRate.percent("late", "1")), CENTS)
                        .provide(AgingReport.of(ledger().asOf(JUNE_30), late)))
                .withMessage("report must have all that is open in a bucket, but was EUR 1000.00");
    }

    @Test
    void refusesWhatIsNoMatrix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProvisionMatrix(
                        List.of(ProvisionRate.percent("a", "1"), ProvisionRate.percent("a", "2")), CENTS))
                .withMessage("rates must have one for each bucket, but was a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProvisionRate("a", Fraction.of(101, 100)))
                .withMessage("rate must be between 0 and 1, but was 1.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProvisionRate.percent("a", "100.01"))
                .withMessage("percent must be between 0 and 100, but was 100.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provide(USUAL, "1"))
                .withMessage("balances must be one for each of 4 rates, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provide(USUAL, "1", "-1", "1", "1"))
                .withMessage("1-30 must not be negative, but was EUR -1.00");
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> USUAL.provide(List.of(eur("1"), eur("1"), Amount.of("1", "USD"), eur("1"))))
                .withMessage("balances[2] must be in EUR, but was USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProvisionRate("a", Fraction.of(-1, 100)))
                .withMessage("rate must be between 0 and 1, but was -0.01");
    }

    /** A cent more in a bucket, or a higher rate, never lowers the provision, which is never more than what is open. */
    @Property
    void isMonotone(
            @ForAll @IntRange(max = 1_000_000) int cents,
            @ForAll @IntRange(max = 10_000) int rate,
            @ForAll @IntRange(max = 10_000) int more) {
        Amount one = provision(cents, rate);
        assertThat(provision(cents + more, rate)).isGreaterThanOrEqualTo(one);
        assertThat(provision(cents, Math.min(rate + more, 10_000))).isGreaterThanOrEqualTo(one);
        assertThat(one).isLessThanOrEqualTo(Amount.ofMinor(cents, eur("0").getCurrency()));
    }

    private static Amount provision(int cents, int rate) {
        return new ProvisionMatrix(List.of(new ProvisionRate("all", Fraction.of(rate, 10_000))), CENTS)
                .provide(List.of(Amount.ofMinor(cents, eur("0").getCurrency())))
                .total();
    }

    @Test
    void areValues() throws Exception {
        assertThat(copy(USUAL)).isEqualTo(USUAL).hasSameHashCodeAs(USUAL);
        Provision provision = provide(USUAL, "1", "2", "3", "4");
        assertThat(copy(provision)).isEqualTo(provision);
    }

    @Test
    void refusesRowsOfTwoCurrencies() {
        ProvisionRow euros = provide(USUAL, "1", "1", "1", "1").rows().get(0);
        var dollars = new ProvisionRow(euros.rate(), Amount.of("1", "USD"), CENTS);
        assertThatExceptionOfType(CurrencyMismatchException.class)
                .isThrownBy(() -> new Provision(List.of(euros, dollars)))
                .withMessage("rows[1] must be in EUR, but was USD");
    }
}
