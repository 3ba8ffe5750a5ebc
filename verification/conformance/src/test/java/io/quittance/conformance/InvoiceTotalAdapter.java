package io.quittance.conformance;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.Prepayment;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxCategory;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxRate;
import io.quittance.core.tax.TaxTreatment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code invoice_total} and {@code invoice_assembly}: what is due after credit notes, account credit and payments. */
final class InvoiceTotalAdapter implements Adapter {
    private static final TaxCategory ANY = new TaxCategory("ANY");

    @Override
    public Object answer(JsonNode input) {
        return input.has("charges") ? assembly(input) : total(input);
    }

    private static Object total(JsonNode input) {
        Rounding rounding = Rounding.halfUp(Input.integer(input, "roundTo"));
        InvoiceDraft.Builder builder = builder().taxPolicy(new TaxPerGroup(rounding));
        for (JsonNode line : input.get("lines")) {
            builder.line(line(amount(line, rounding))
                    .taxed(TaxTreatment.of(ANY, TaxRate.of(Input.decimal(line, "taxRate")))));
        }
        builder.prepaid(Prepayment.of(Input.amount(input, "creditNotes")));
        int before = builder.build().prepayments().size();
        InvoiceDraft draft = builder.prepaidUpTo(Input.amount(input, "prepaid")).build();
        var answer = new HashMap<String, Object>(Map.of(
                "fees", draft.totals().lines(),
                "tax", draft.totals().tax(),
                "total", draft.totals().withTax(),
                "due", draft.totals().due()));
        answer.put(
                "prepaidApplied",
                draft.prepayments().stream()
                        .skip(before)
                        .map(Prepayment::amount)
                        .reduce(Amount.zero(Input.CURRENCY), Amount::add));
        return answer;
    }

    private static Amount amount(JsonNode line, Rounding rounding) {
        Amount amount = Input.amount(line, "amount");
        return line.has("service")
                ? amount.prorated(
                        Input.integer(line.get("service"), "days"), Input.integer(line.get("period"), "days"), rounding)
                : amount.rounded(rounding);
    }

    private static Object assembly(JsonNode input) {
        InvoiceDraft.Builder builder = builder();
        input.get("charges").forEach(charge -> builder.line(line(Amount.of(charge.asString(), Input.CURRENCY))));
        for (JsonNode movement : input.get("creditBalanceMovements")) {
            builder.prepaid(
                    Prepayment.of(Amount.of(movement.asString(), Input.CURRENCY).negate()));
        }
        builder.prepaid(Prepayment.of(Input.amount(input, "paid")));
        builder.prepaid(Prepayment.of(Input.amount(input, "refunded").negate()));
        InvoiceDraft draft = builder.build();
        return Map.of(
                "charged", draft.totals().lines(),
                "balance", draft.totals().due());
    }

    private static InvoiceDraft.Builder builder() {
        return InvoiceDraft.builder(new CustomerId("buyer"), Input.CURRENCY).paymentTerms(PaymentTerms.net(30));
    }

    private static InvoiceLine line(Amount amount) {
        return InvoiceLine.billed("fee", Fraction.ONE, "C62", amount, List.of());
    }
}
