package io.quittance.conformance;

import io.quittance.ar.discount.DiscountOffer;
import io.quittance.ar.discount.DiscountQuote;
import io.quittance.core.contract.EarlyPaymentDiscount;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.invoice.CashRounding;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxCategory;
import io.quittance.core.tax.TaxOnDiscounted;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxPolicy;
import io.quittance.core.tax.TaxRate;
import io.quittance.core.tax.TaxTreatment;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code discount_terms}: an invoice with a discount for paying early, and what is due of it on the last day of that. */
final class DiscountTermsAdapter implements Adapter {
    private static final TaxCategory ANY = new TaxCategory("ANY");

    @Override
    public Object answer(JsonNode input) {
        Rounding rounding = Rounding.toMinorUnit(
                Input.CURRENCY, RoundingMode.valueOf(input.path("rounding").asString("HALF_UP")));
        Invoice invoice = invoice(input, rounding);
        DiscountOffer offer = DiscountOffer.of(invoice).orElseThrow().rounded(rounding);
        LocalDate until = offer.tiers().get(0).until();
        DiscountQuote quote = offer.quote(invoice.amountDue(), until);
        return Map.of(
                "invoice_total", invoice.amountDue(),
                "tax", invoice.totals().tax(),
                "discount_until", until,
                "amount_due", quote.amountDue(),
                "discount", quote.discount(),
                "discount_net", quote.net(),
                "discount_tax", quote.tax());
    }

    private static Invoice invoice(JsonNode input, Rounding rounding) {
        JsonNode terms = input.get("discount");
        EarlyPaymentDiscount discount = EarlyPaymentDiscount.of(
                        Input.decimal(terms, "percent"), Input.integer(terms, "days"))
                .on(base(terms));
        InvoiceDraft.Builder draft = InvoiceDraft.builder(Settled.CUSTOMER, Input.CURRENCY)
                .taxPolicy(policy(discount, rounding))
                .paymentTerms(PaymentTerms.net(discount.days()).discount(discount));
        for (JsonNode line : input.get("lines")) {
            draft.line(InvoiceLine.billed("line", Fraction.ONE, "C62", Input.amount(line, "net"), List.of())
                    .taxed(TaxTreatment.of(ANY, TaxRate.of(Input.decimal(line, "tax_pct")))));
        }
        if (input.has("cash_rounding")) {
            JsonNode coins = input.get("cash_rounding");
            draft.cashRounding(new CashRounding(
                    Input.decimal(coins, "unit"),
                    RoundingMode.valueOf(coins.get("mode").asString())));
        }
        return draft.build().issue("invoice", input.get("invoice_date").asString());
    }

    private static EarlyPaymentDiscount.Base base(JsonNode terms) {
        return switch (terms.get("tax_mode").asString()) {
            case "included" -> EarlyPaymentDiscount.Base.TOTAL;
            case "excluded" -> EarlyPaymentDiscount.Base.NET;
            case "mixed" -> EarlyPaymentDiscount.Base.NET_WITH_REDUCED_TAX;
            default -> throw new IllegalArgumentException("unknown mode " + terms.get("tax_mode"));
        };
    }

    private static TaxPolicy policy(EarlyPaymentDiscount discount, Rounding rounding) {
        TaxPolicy usual = new TaxPerGroup(rounding);
        return discount.base() == EarlyPaymentDiscount.Base.NET_WITH_REDUCED_TAX
                ? new TaxOnDiscounted(discount.percent(), usual)
                : usual;
    }
}
