package io.quittance.json;

import io.quittance.core.id.InvoiceNumber;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.Prepayment;
import io.quittance.core.invoice.TaxCurrency;
import io.quittance.core.money.Amount;
import io.quittance.core.tax.TaxPolicy;
import io.quittance.core.tax.TaxSubtotal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** Reads the lines of a document, what is off and on top of it, and how they add up. */
final class InvoiceAmountsReader {
    private static final List<String> TOTALS =
            List.of("lines", "allowances", "charges", "withoutTax", "tax", "withTax", "prepaid", "rounding", "due");

    private final JsonFields fields;
    private final JsonFields terms;
    private final AmountFields amounts;
    private final InvoiceDraft.Builder draft;

    InvoiceAmountsReader(JsonFields fields, JsonFields terms, AmountFields amounts, InvoiceDraft.Builder draft) {
        this.fields = fields;
        this.terms = terms;
        this.amounts = amounts;
        this.draft = draft;
    }

    void read(Optional<TaxPolicy> own) {
        List<JsonFields> lines = fields.objects("lines");
        lines.forEach(line -> InvoiceLineJson.read(line, amounts).ifPresent(draft::line));
        AllowanceChargeJson.ofDocument(fields, amounts).forEach(draft::allowanceCharge);
        TaxPolicyJson.read(terms, own).ifPresent(draft::taxPolicy);
        List<TaxSubtotal> taxes = TaxSubtotalJson.readAll(fields, amounts);
        Optional<Amount> inTaxCurrency = fields.optionalObject("taxCurrency").flatMap(this::taxCurrency);
        fields.optionalObject("credited")
                .flatMap(credited -> CreditedJson.read(credited, amounts, taxes, inTaxCurrency))
                .ifPresent(draft::credited);
        fields.optionalObjects("prepayments").forEach(this::prepayment);
        amounts.optionalRounded("rounding", terms).ifPresent(draft::rounding);
        DraftJson.cashRounding(terms).ifPresent(draft::cashRounding);
        JsonFields totals = fields.object("totals");
        TOTALS.forEach(name -> amounts.exact(name, totals));
    }

    /** The tax in the second currency. */
    private Optional<Amount> taxCurrency(JsonFields other) {
        AmountFields inOther = AmountFields.of(other);
        Optional<BigDecimal> rate = other.decimal("rate", number -> Require.positive(number, "rate"));
        Optional<LocalDate> day = other.parsed("rateDate", text -> Dates.parse(text, "rateDate"));
        Optional<String> source = other.parsed("source", text -> Require.id(text, "source"));
        Optional<CurrencyUnit> currency = inOther.currency();
        currency.ifPresent(unit -> rate.ifPresent(each ->
                day.ifPresent(on -> source.ifPresent(by -> draft.taxCurrency(TaxCurrency.of(unit, each, on, by))))));
        return inOther.exact("tax", other);
    }

    private void prepayment(JsonFields paid) {
        Optional<InvoiceNumber> invoice = paid.optionalParsed("invoice", InvoiceNumber::of);
        amounts.rounded("amount", paid)
                .ifPresent(amount -> draft.prepaid(new Prepayment(amount, invoice.orElse(null))));
    }
}
