package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxedAmount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a credit note gives back of an invoice. {@link Creditable} makes it, and reads it in the notes that follow. Store it with a
 * note that you store: taxes are what is left of the invoice's, and cannot always be computed again from the note alone.
 *
 * @param invoice which one
 * @param lines one for each line of the note, in their order
 * @param allowanceCharges for each allowance and charge of the note, which of {@link InvoiceDraft#allowanceCharges()} of the
 *     invoice it is a part of, from 0
 * @param netAmounts where prices include the tax, what each line of the note is without it, then each allowance (negative) and
 *     charge; else empty
 * @param taxes of the note, one for each treatment
 * @param taxInTaxCurrency the tax in the second currency; null if there is none
 */
public record Credited(
        PrecedingInvoice invoice,
        List<CreditedLine> lines,
        List<Integer> allowanceCharges,
        List<Amount> netAmounts,
        List<TaxSubtotal> taxes,
        @Nullable Amount taxInTaxCurrency)
        implements Serializable {

    /** Copies the lists. */
    public Credited {
        requireNonNull(invoice, "invoice");
        lines = Require.notEmpty(List.copyOf(lines), "lines");
        allowanceCharges = List.copyOf(allowanceCharges);
        netAmounts = List.copyOf(netAmounts);
        taxes = List.copyOf(taxes);
    }

    /** The tax in the second currency, if there is one (BT-111). */
    public Optional<Amount> inTaxCurrency() {
        return Optional.ofNullable(taxInTaxCurrency);
    }

    /** Refuses a draft that is not the one of which this was made. */
    void check(InvoiceDraft draft) {
        Require.that(
                draft.type().isCredit(),
                "credit.type",
                "type",
                "must be that of a credit note, since it gives back of invoice " + invoice.number(),
                draft.type());
        requireSize("lines", lines.size(), draft.lines().size());
        requireSize(
                "allowanceCharges",
                allowanceCharges.size(),
                draft.allowanceCharges().size());
        int counted = draft.pricesIncludeTax() ? lines.size() + allowanceCharges.size() : 0;
        requireSize("credited.netAmounts", counted, netAmounts.size());
        for (int i = 0; i < lines.size(); i++) {
            InvoiceLine.Status status = draft.lines().get(i).status();
            Require.that(
                    status == InvoiceLine.Status.DETAIL,
                    "credit.line",
                    "lines[" + i + "].status",
                    "must be DETAIL on a credit note out of an invoice",
                    status);
        }
        requireTaxCurrency(draft.taxCurrency().orElse(null));
    }

    private static void requireSize(String argument, int expected, int actual) {
        Require.that(
                actual == expected,
                "credit.size",
                argument,
                "must be the " + expected + " that are given back; credit more with the invoice",
                actual);
    }

    private void requireTaxCurrency(@Nullable TaxCurrency stated) {
        if (taxInTaxCurrency != null && stated != null) {
            String expected = taxInTaxCurrency.getCurrency().getCurrencyCode();
            String actual = stated.currency().getCurrencyCode();
            if (!actual.equals(expected)) {
                throw new CurrencyMismatchException("taxCurrency", expected, actual);
            }
        }
        Require.that(
                (taxInTaxCurrency == null) == (stated == null),
                "credit.tax-currency",
                "taxCurrency",
                "must be that of the invoice",
                stated == null ? null : stated.currency().getCurrencyCode());
    }

    /** The amounts of the note without tax, where they include it. */
    List<TaxedAmount> withoutTax(List<TaxedAmount> amounts) {
        var nets = new ArrayList<TaxedAmount>();
        for (int i = 0; i < amounts.size(); i++) {
            nets.add(new TaxedAmount(netAmounts.get(i), amounts.get(i).taxes()));
        }
        return nets;
    }
}
