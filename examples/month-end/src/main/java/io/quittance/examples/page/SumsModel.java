package io.quittance.examples.page;

import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceTotals;
import io.quittance.core.invoice.Prepayment;
import io.quittance.core.invoice.TaxCurrency;
import io.quittance.core.money.Amount;
import io.quittance.core.tax.TaxSubtotal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a document adds up to, in the order in which it is added.
 *
 * @param rows one below the other
 * @param taxes by treatment
 */
record SumsModel(List<Row> rows, List<Tax> taxes) {

    /**
     * A sum, or what changes it.
     *
     * @param kind {@code part}, {@code note} (what is in the sums already), {@code sum} or {@code total}
     * @param detail may be empty
     */
    record Row(String kind, String name, String detail, String amount) {}

    /** What is taxed alike. */
    record Tax(String treatment, String taxable, String tax, List<String> reasons) {
        boolean hasReasons() {
            return !reasons.isEmpty();
        }
    }

    static SumsModel of(InvoiceDraft draft, Words words) {
        var rows = new Rows(words);
        InvoiceTotals totals = draft.totals();
        rows.add("part", "sum-of-lines", "", totals.lines());
        adjustments(draft, rows);
        rows.add("sum", "without-tax", "", totals.withoutTax());
        rows.add("part", "tax", "", totals.tax());
        rows.add("sum", "with-tax", "", totals.withTax());
        draft.prepayments().forEach(prepayment -> rows.add(prepayment));
        if (draft.prepayments().size() > 1) {
            rows.add("note", "prepaid-in-all", "", totals.prepaid().negate());
        }
        if (totals.rounding().signum() != 0) {
            rows.add("part", "rounding", "", totals.rounding());
        }
        rows.add("total", draft.type().isCredit() ? "credited" : "due", "", totals.due());
        return new SumsModel(
                List.copyOf(rows.all),
                draft.taxes().subtotals().stream().map(tax -> tax(tax, words)).toList());
    }

    private static void adjustments(InvoiceDraft draft, Rows rows) {
        List<Amount> nets = draft.allowanceChargeNetAmounts();
        for (int i = 0; i < nets.size(); i++) {
            AdjustmentModel one = AdjustmentModel.of(draft.allowanceCharges().get(i), nets.get(i), rows.words);
            rows.all.add(new Row("part", one.name(), one.detail(), one.amount()));
        }
        sumOf(
                AllowanceCharge.Kind.ALLOWANCE,
                "allowances-in-all",
                draft.totals().allowances().negate(),
                draft,
                rows);
        sumOf(AllowanceCharge.Kind.CHARGE, "charges-in-all", draft.totals().charges(), draft, rows);
    }

    /** Where there is only one, it is the sum. */
    private static void sumOf(AllowanceCharge.Kind kind, String key, Amount sum, InvoiceDraft draft, Rows rows) {
        if (draft.allowanceCharges().stream().filter(one -> one.kind() == kind).count() > 1) {
            rows.add("note", key, "", sum);
        }
    }

    private static Tax tax(TaxSubtotal subtotal, Words words) {
        var reasons = new ArrayList<>(subtotal.reasons());
        reasons.addAll(subtotal.reasonCodes());
        subtotal.explanations().forEach(reason -> reasons.add(reason.text(words.locale())));
        return new Tax(
                TaxWords.full(subtotal.treatment(), words),
                words.number(subtotal.taxable()),
                words.number(subtotal.tax()),
                List.copyOf(reasons));
    }

    /** The tax in the currency of the authority, with its rate; empty where there is none. */
    static String taxCurrency(InvoiceDraft draft, Words words) {
        return draft.taxInTaxCurrency()
                .map(tax -> words.money(tax)
                        + draft.taxCurrency()
                                .map(other -> " (" + rate(draft, other, words) + ")")
                                .orElse(""))
                .orElse("");
    }

    private static String rate(InvoiceDraft draft, TaxCurrency other, Words words) {
        return "1 " + draft.totals().tax().getCurrency().getCurrencyCode() + " = " + words.number(other.rate()) + " "
                + other.currency().getCurrencyCode() + ", " + words.of(other.rateDate()) + ", " + other.source();
    }

    /** Collects rows. */
    private static final class Rows {
        private final Words words;
        private final List<Row> all = new ArrayList<>();

        private Rows(Words words) {
            this.words = words;
        }

        private void add(String kind, String key, String detail, Amount amount) {
            all.add(new Row(kind, words.of(key), detail, words.number(amount)));
        }

        private void add(Prepayment prepayment) {
            String invoice = prepayment
                    .invoice()
                    .map(number -> words.of("prepaid-invoice") + " " + number)
                    .orElse("");
            add("part", "prepaid", invoice, prepayment.amount().negate());
        }
    }
}
