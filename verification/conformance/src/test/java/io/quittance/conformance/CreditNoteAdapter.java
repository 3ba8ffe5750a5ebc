package io.quittance.conformance;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Creditable;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceTotals;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxCategory;
import io.quittance.core.tax.TaxRate;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import tools.jackson.databind.JsonNode;

/**
 * {@code credit_note}: of unused days, of items with several taxes, or of amounts one after the other.
 *
 * <p>Days are credited up to what they come to of the line: what was credited of it before is taken off, and not prorated.
 */
final class CreditNoteAdapter implements Adapter {
    private static final TaxCategory ANY = new TaxCategory("ANY");
    private static final Correction WHY = Correction.of(CorrectionReason.CONTRACT_CHANGE);
    /** Whole units: amounts of cases in minor units are those of a currency that has no smaller ones. */
    private static final CurrencyUnit WHOLE = Monetary.getCurrency("JPY");

    @Override
    public Object answer(JsonNode input) {
        if (input.has("items")) {
            return items(input);
        }
        return input.has("invoice") ? partial(input) : unused(input);
    }

    private static Object unused(JsonNode input) {
        Invoice invoice = period(input);
        var notes = new ArrayList<Invoice>();
        Amount before = amount(input, input.get("alreadyCreditedOnLine"));
        if (before.signum() > 0) {
            issue(Creditable.of(invoice).credit(WHY).amount(0, before).draft(), notes);
        }
        BigDecimal days = Input.decimal(input, "unusedDays");
        Amount target = days.signum() == 0
                ? Amount.zero(currency(input))
                : Creditable.of(invoice).credit(WHY).quantity(0, days).draft().lineTotal();
        Amount more = target.subtract(before);
        Amount zero = Amount.zero(currency(input));
        if (more.signum() <= 0) {
            return answer(zero, zero, zero);
        }
        InvoiceTotals totals = Creditable.of(invoice, notes)
                .credit(WHY)
                .amount(0, more)
                .draft()
                .totals();
        return answer(totals.withoutTax(), totals.tax(), refundable(input, invoice));
    }

    private static Object answer(Amount item, Amount tax, Amount refundable) {
        Amount total = item.add(tax);
        Amount refund = refundable.min(total).max(total.subtract(total));
        return Map.of("item", item, "tax", tax, "total", total, "refund", refund, "credit", total.subtract(refund));
    }

    /** A line for so many days, with what is off it on the document. */
    private static Invoice period(JsonNode input) {
        TaxTreatment tax = taxed(input.get("taxRate"));
        InvoiceDraft.Builder builder = builder(input)
                .line(line(Fraction.of(Input.decimal(input, "periodDays")), amount(input, input.get("price")))
                        .taxed(tax));
        Amount coupon = amount(input, input.get("couponOnLine"));
        if (coupon.signum() > 0) {
            builder.allowanceCharge(AllowanceCharge.allowance(coupon).taxed(tax));
        }
        return builder.build().issue("invoice", "2026-01-31");
    }

    /** What was paid of the line, less what its used days are worth; nothing where it is all credit. */
    private static Amount refundable(JsonNode input, Invoice invoice) {
        if (!input.get("onTermination").asString().equals("refund")) {
            return Amount.zero(currency(input));
        }
        Fraction paid = Fraction.of(Input.decimal(input, "paidOnInvoice"))
                .times(Fraction.of(Input.decimal(input, "lineShareOfInvoice")));
        Fraction used = invoice.totals()
                .withTax()
                .toFraction()
                .times(Fraction.of(Input.decimal(input, "usedDays")))
                .dividedBy(Fraction.of(Input.decimal(input, "periodDays")));
        return paid.minus(used).round(Rounding.toMinorUnit(currency(input)), currency(input));
    }

    private static Object items(JsonNode input) {
        InvoiceDraft.Builder builder = builder(input);
        for (JsonNode item : input.get("items")) {
            builder.line(line(Fraction.ONE, amount(input, item.get("net")))
                    .taxed(item.get("taxes")
                            .valueStream()
                            .map(code -> taxed(input.get("taxRates").get(code.asString()))
                                    .in(code.asString()))
                            .toList()));
        }
        InvoiceDraft note =
                Creditable.of(builder.build().issue("invoice", "2026-01-31")).whole(WHY);
        var taxByCode = new HashMap<String, Amount>();
        for (TaxSubtotal subtotal : note.taxes().subtotals()) {
            taxByCode.put(subtotal.treatment().jurisdiction().orElseThrow(), subtotal.tax());
        }
        return Map.of(
                "taxByCode", taxByCode,
                "tax", note.totals().tax(),
                "total", note.totals().withTax());
    }

    private static Object partial(JsonNode input) {
        JsonNode whole = input.get("invoice");
        Invoice invoice = builder(input)
                .line(line(Fraction.ONE, amount(input, whole.get("net"))).taxed(taxed(whole.get("taxRate"))))
                .build()
                .issue("invoice", "2026-01-31");
        var notes = new ArrayList<Invoice>();
        for (JsonNode net : input.get("partialCredits")) {
            issue(
                    Creditable.of(invoice, notes)
                            .credit(WHY)
                            .amount(0, amount(input, net))
                            .draft(),
                    notes);
        }
        List<Amount> totals =
                notes.stream().map(note -> note.totals().withTax()).toList();
        return Map.of(
                "invoiceTotal", invoice.totals().withTax(),
                "totals", totals,
                "sumOfTotals", totals.stream().reduce(Amount.zero(currency(input)), Amount::add),
                "creditNotes",
                        notes.stream()
                                .map(note -> Map.of(
                                        "net", note.totals().withoutTax(),
                                        "tax", note.totals().tax(),
                                        "total", note.totals().withTax()))
                                .toList());
    }

    private static void issue(InvoiceDraft note, List<Invoice> notes) {
        notes.add(note.issue("note " + notes.size(), "2026-02-01"));
    }

    private static InvoiceDraft.Builder builder(JsonNode input) {
        return InvoiceDraft.builder(new CustomerId("buyer"), currency(input)).paymentTerms(PaymentTerms.net(30));
    }

    private static InvoiceLine line(Fraction quantity, Amount net) {
        return InvoiceLine.billed("fee", quantity, "DAY", net, List.of());
    }

    private static TaxTreatment taxed(JsonNode rate) {
        return TaxTreatment.of(ANY, TaxRate.of(Input.decimal(rate)));
    }

    private static Amount amount(JsonNode input, JsonNode number) {
        return Amount.of(new BigDecimal(number.asString()), currency(input));
    }

    private static CurrencyUnit currency(JsonNode input) {
        return Input.decimal(input, "roundTo", "2").signum() == 0 ? WHOLE : Input.CURRENCY;
    }
}
