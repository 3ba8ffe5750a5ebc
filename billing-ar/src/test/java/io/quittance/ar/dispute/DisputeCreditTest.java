package io.quittance.ar.dispute;

import static io.quittance.core.tax.TaxTreatment.standard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.DisputeCase;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.OnAccount;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** From the letter of a customer to the credit note that settles what was accepted. */
class DisputeCreditTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final CustomerId ACME = CustomerId.of("ACME");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    /** 5 pieces at 20.00 and 1 at 50.00, at 19 %: 178.50. */
    private static final Invoice INVOICE = InvoiceDraft.builder(ACME, EUR)
            .paymentTerms(PaymentTerms.net(30))
            .line(line("5", "20.00"))
            .line(line("1", "50.00"))
            .build()
            .issue("2026-17", "2026-02-01");

    private static final Dispute DISPUTE = Dispute.of(
            DisputeId.of("D-1"),
            Receivable.of(INVOICE).id(),
            eur("47.60"),
            DisputeReason.PRICING,
            DisputeSource.customer("letter-4"));

    private static InvoiceLine line(String quantity, String price) {
        return InvoiceLine.priced("Goods", new BigDecimal(quantity), "H87", eur(price), Rounding.halfUp(2))
                .taxed(standard("19"));
    }

    private static Amount eur(String number) {
        return Amount.of(number, EUR);
    }

    private static Ledger post(Ledger ledger, String key, LedgerFact fact) {
        return ledger.post(LedgerEntry.of(key, fact, NOON)).ledger();
    }

    /**
     * 47.60 of 178.50 are contested: two pieces should have been free. 23.80 are accepted, a piece of 20.00 with 3.80 of tax, and the rest
     * is owed. The credit note settles them: 154.70 are left, and nobody contests them.
     */
    @Test
    void anAcceptedCaseYieldsItsCreditNote() {
        Ledger ledger = post(Ledger.empty(EUR), "i", new ReceivablePosted(Receivable.of(INVOICE)));
        ledger = post(ledger, "d", new DisputeOpened(ACME, DISPUTE, LocalDate.parse("2026-02-10")));
        assertThat(ledger.openItems(ACME).get(0).undisputed()).isEqualTo(eur("130.90"));

        DisputeCase open = ledger.customer(ACME).disputes().get(0);
        LocalDate today = LocalDate.parse("2026-02-20");
        ledger = post(ledger, "r", open.accepted(eur("23.80"), today));
        DisputeCase decided = ledger.customer(ACME).disputes().get(0);
        InvoiceDraft draft = DisputeCredit.draft(Creditable.of(INVOICE), 0, DISPUTE, decided.accepted());
        assertThat(draft.totals().withoutTax()).isEqualTo(eur("20.00"));
        assertThat(draft.totals().tax()).isEqualTo(eur("3.80"));
        assertThat(draft.totals().withTax()).isEqualTo(eur("23.80"));
        assertThat(draft.correction().orElseThrow().reason()).isEqualTo(CorrectionReason.DISPUTE);

        Credit credit = Credit.of(draft.issue("G-1", "2026-02-20"));
        ledger = post(ledger, "c", new CreditPosted(credit));
        ledger = post(
                ledger,
                "a",
                OnAccount.settle(ledger.customer(ACME), new AsRemitted(), today).get(0));
        assertThat(ledger.openItems(ACME)).containsExactly(OpenItem.of(Receivable.of(INVOICE), eur("154.70")));
        assertThat(ledger.customer(ACME).unappliedPayments()).isEmpty();
    }

    @Test
    void creditsAllThatIsLeftOfALine() {
        InvoiceDraft first = DisputeCredit.draft(Creditable.of(INVOICE), 0, DISPUTE, eur("100.00"));
        assertThat(first.totals().withTax()).isEqualTo(eur("100.00"));
        assertThat(first.totals().withoutTax()).isEqualTo(eur("84.03")); // 84.03 and 15.97
        Creditable rest = Creditable.of(INVOICE, List.of(first.issue("G-1", "2026-02-20")));
        InvoiceDraft second = DisputeCredit.draft(rest, 0, DISPUTE, eur("19.00"));
        assertThat(second.totals().withoutTax()).isEqualTo(eur("15.97"));
        assertThat(second.totals().tax()).isEqualTo(eur("3.03"));
    }

    /** No net in cents at 19 % comes to 0.03: 0.02 is 0.02, and 0.03 is 0.04 with its tax. */
    @Test
    void refusesWhatNoCreditNoteComesTo() {
        Creditable left = Creditable.of(INVOICE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DisputeCredit.draft(left, 0, DISPUTE, eur("0.03")))
                .withMessageStartingWith("accepted must be what a net and its tax come to, such as EUR 0.0")
                .withMessageEndingWith("but was EUR 0.03");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DisputeCredit.draft(left, 0, DISPUTE, eur("119.01")))
                .withMessage("accepted must be at most EUR 119.00, which is left of the line, but was EUR 119.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DisputeCredit.draft(left, 0, DISPUTE, eur("0")))
                .withMessage("accepted must be more than 0, but was EUR 0.00");
    }

    /** Every amount that some net comes to is credited to the cent. */
    @Property
    void creditsExactlyWhatIsAccepted(@ForAll @IntRange(min = 1, max = 10_000) int netCents) {
        Amount net = Amount.ofMinor(netCents, EUR);
        Amount tax = net.toFraction().times(Fraction.of(19, 100)).round(Rounding.halfUp(2), EUR);
        InvoiceDraft draft = DisputeCredit.draft(Creditable.of(INVOICE), 0, DISPUTE, net.add(tax));
        assertThat(draft.totals().withTax()).isEqualTo(net.add(tax));
        assertThat(draft.totals().withoutTax()).isEqualTo(net);
    }
}
