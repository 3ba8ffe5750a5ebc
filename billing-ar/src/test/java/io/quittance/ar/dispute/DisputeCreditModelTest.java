package io.quittance.ar.dispute;

import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a credit note over a part of a line comes to, against trying every net that there is. */
class DisputeCreditModelTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final Dispute DISPUTE = Dispute.of(
            DisputeId.of("D-1"),
            ReceivableId.of("2026-17"),
            Amount.of("1", EUR),
            DisputeReason.PRICING,
            DisputeSource.customer("letter-4"));
    private static final Correction CORRECTION =
            Correction.of(CorrectionReason.DISPUTE).because("D-1");

    /** A line of 7.00 at 7 %, and one of so much at a rate. */
    private static Creditable invoiced(long cents, String rate) {
        return Creditable.of(invoice(cents, rate));
    }

    private static Invoice invoice(long cents, String rate) {
        return InvoiceDraft.builder(CustomerId.of("ACME"), EUR)
                .paymentTerms(PaymentTerms.net(30))
                .line(line(Amount.of("7", EUR), "7"))
                .line(line(Amount.ofMinor(cents, EUR), rate))
                .build()
                .issue("2026-17", "2026-02-01");
    }

    private static InvoiceLine line(Amount price, String rate) {
        return InvoiceLine.priced("Goods", BigDecimal.ONE, "H87", price, Rounding.halfUp(2))
                .taxed(standard(rate));
    }

    /** For each amount with tax that some net of the line comes to, the nets, in cents. */
    private static NavigableMap<Long, List<Long>> reachable(Creditable left, long cents) {
        var all = new TreeMap<Long, List<Long>>();
        for (long net = 1; net <= cents; net++) {
            InvoiceDraft draft =
                    left.credit(CORRECTION).amount(1, Amount.ofMinor(net, EUR)).draft();
            all.computeIfAbsent(minor(draft), any -> new ArrayList<>()).add(net);
        }
        return all;
    }

    private static long minor(InvoiceDraft draft) {
        return minor(draft.totals().withTax());
    }

    private static long minor(Amount amount) {
        return amount.toBigDecimal().movePointRight(2).longValueExact();
    }

    /** Every amount up to all of the line is credited to the cent, or no net comes to it, and the closest that one comes to is named. */
    private static void compare(Creditable left, long cents) {
        NavigableMap<Long, List<Long>> reachable = reachable(left, cents);
        for (long wanted = 1; wanted <= reachable.lastKey(); wanted++) {
            long sought = wanted;
            Amount accepted = Amount.ofMinor(sought, EUR);
            if (reachable.containsKey(wanted)) {
                InvoiceDraft draft = DisputeCredit.draft(left, 1, DISPUTE, accepted);
                assertThat(draft.totals().withTax()).isEqualTo(accepted);
                assertThat(reachable.get(wanted))
                        .contains(minor(draft.lines().get(0).netAmount()));
            } else {
                Long below = reachable.floorKey(wanted);
                Long above = reachable.ceilingKey(wanted);
                long distance = Math.min(
                        below == null ? Long.MAX_VALUE : wanted - below,
                        above == null ? Long.MAX_VALUE : above - wanted);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> DisputeCredit.draft(left, 1, DISPUTE, accepted))
                        .withMessageStartingWith("accepted must be what a net and its tax come to, such as EUR ")
                        .satisfies(refused -> {
                            String named = String.valueOf(refused.getMessage())
                                    .replaceAll(".*such as EUR ([0-9.]+), but.*", "$1");
                            assertThat(Math.abs(minor(Amount.of(named, EUR)) - sought))
                                    .isEqualTo(distance);
                        });
            }
        }
    }

    @ParameterizedTest(name = "{0} cents at {1} %")
    @CsvSource({"1, 19", "2, 19", "3, 50", "20, 19", "12, 5.5", "9, 100", "7, 300"})
    void creditsWhatSomeNetComesTo(long cents, String rate) {
        compare(invoiced(cents, rate), cents);
    }

    @Property(tries = 10)
    void creditsWhatIsLeftOfWhatWasCredited(
            @ForAll @IntRange(min = 2, max = 12) int cents,
            @ForAll @IntRange(min = 1, max = 11) int before,
            @ForAll @IntRange(min = 1, max = 40) int percent) {
        Invoice invoice = invoice(cents, Integer.toString(percent));
        int first = Math.min(before, cents - 1);
        Invoice note = Creditable.of(invoice)
                .credit(CORRECTION)
                .amount(1, Amount.ofMinor(first, EUR))
                .draft()
                .issue("G-1", "2026-02-20");
        compare(Creditable.of(invoice, List.of(note)), cents - first);
    }

    /** A line bears its share of what is taken off the whole invoice. */
    @ParameterizedTest(name = "{0} cents, {1} off")
    @CsvSource({"20, 3.60", "20, 6.00", "12, 0.10"})
    void creditsWhatIsLeftAfterAnAllowance(long cents, String off) {
        Invoice invoice = InvoiceDraft.builder(CustomerId.of("ACME"), EUR)
                .paymentTerms(PaymentTerms.net(30))
                .line(line(Amount.of("7", EUR), "19"))
                .line(line(Amount.ofMinor(cents, EUR), "19"))
                .allowanceCharge(AllowanceCharge.allowance(Amount.of(off, EUR)).taxed(standard("19")))
                .build()
                .issue("2026-17", "2026-02-01");
        compare(Creditable.of(invoice), cents);
    }

    /** Tax that was rounded in each of several credits leads further from the share of the line than one rounding does. */
    @ParameterizedTest(name = "{0} cents at {1} % beside {2}, {3} off, less {4}")
    @CsvSource({"43, 39, 4.86, 1.67, 3 4 6 6 2", "49, 5, 5.29, 2.18, 11 4 12"})
    void creditsWhatIsLeftAfterAnAllowanceAndSeveralCredits(
            long cents, String rate, String beside, String off, String credited) {
        Invoice invoice = InvoiceDraft.builder(CustomerId.of("ACME"), EUR)
                .paymentTerms(PaymentTerms.net(30))
                .line(line(Amount.of(beside, EUR), rate))
                .line(line(Amount.ofMinor(cents, EUR), rate))
                .allowanceCharge(AllowanceCharge.allowance(Amount.of(off, EUR)).taxed(standard(rate)))
                .build()
                .issue("2026-17", "2026-02-01");
        var notes = new ArrayList<Invoice>();
        long left = cents;
        for (String net : credited.split(" ", -1)) {
            long part = Long.parseLong(net);
            notes.add(Creditable.of(invoice, notes)
                    .credit(CORRECTION)
                    .amount(1, Amount.ofMinor(part, EUR))
                    .draft()
                    .issue("G-" + (notes.size() + 1), "2026-02-20"));
            left -= part;
        }
        compare(Creditable.of(invoice, notes), left);
    }

    /** All of a line is credited as the line was: its pieces, at their price. */
    @Test
    void allOfALineKeepsItsPieces() {
        Invoice invoice = InvoiceDraft.builder(CustomerId.of("ACME"), EUR)
                .paymentTerms(PaymentTerms.net(30))
                .line(InvoiceLine.priced("Goods", new BigDecimal("5"), "H87", Amount.of("20", EUR), Rounding.halfUp(2))
                        .taxed(standard("19")))
                .build()
                .issue("2026-17", "2026-02-01");
        InvoiceDraft draft = DisputeCredit.draft(Creditable.of(invoice), 0, DISPUTE, Amount.of("119", EUR));
        assertThat(draft.lines().get(0).quantity()).isEqualByComparingTo("5");
        assertThat(draft.lines().get(0).netAmount()).isEqualTo(Amount.of("100", EUR));
    }
}
