package io.quittance.conformance;

import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoiceLine.Status;
import io.quittance.core.invoice.InvoiceTotals;
import io.quittance.core.invoice.InvoiceType;
import io.quittance.core.invoice.Prepayment;
import io.quittance.core.invoice.UnitPrice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxCategory;
import io.quittance.core.tax.TaxRate;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import tools.jackson.databind.JsonNode;

/** {@code invoice}: the totals of a document by its lines. */
final class InvoiceAdapter implements Adapter {

    @Override
    public Object answer(JsonNode input) {
        CurrencyUnit currency = Monetary.getCurrency(input.get("currency").asString());
        var builder = InvoiceDraft.builder(new CustomerId("buyer"), currency)
                .type(new InvoiceType(input.get("type_code").asString()))
                .paymentTerms(PaymentTerms.net(30));
        int at = 0;
        JsonNode nets = input.path("line_net");
        for (JsonNode line : input.get("lines")) {
            builder.line(nets.isArray() ? given(line, nets.get(at++), currency) : line(line, currency));
        }
        allowanceCharges(input, currency).forEach(builder::allowanceCharge);
        if (input.hasNonNull("prepaid")) {
            builder.prepaid(Prepayment.of(amount(input, "prepaid", currency)));
        }
        if (input.hasNonNull("rounding")) {
            builder.rounding(amount(input, "rounding", currency));
        }
        InvoiceDraft draft = builder.build();
        InvoiceTotals totals = draft.totals();
        return Map.of(
                "line_net", draft.lineNetAmounts(),
                "line_extension", totals.lines(),
                "allowance_total", totals.allowances(),
                "charge_total", totals.charges(),
                "tax_exclusive", totals.withoutTax(),
                "tax_breakdown",
                        draft.taxes().subtotals().stream()
                                .map(InvoiceAdapter::group)
                                .toList(),
                "tax_total", totals.tax(),
                "tax_inclusive", totals.withTax(),
                "payable", totals.due());
    }

    private static Map<String, Object> group(TaxSubtotal subtotal) {
        return Map.of(
                "vat_category", subtotal.treatment().category().code(),
                "vat_rate", subtotal.treatment().rateOrZero().percent(),
                "taxable", subtotal.taxable(),
                "tax", subtotal.tax());
    }

    /** A line whose amount was computed elsewhere. */
    private static InvoiceLine given(JsonNode node, JsonNode net, CurrencyUnit currency) {
        return InvoiceLine.billed(
                        "line " + node.get("id").asString(),
                        Fraction.of(Input.decimal(node, "quantity")),
                        node.path("unit").asString("C62"),
                        Amount.of(Input.decimal(net), currency),
                        List.of())
                .taxed(treatments(node));
    }

    private static InvoiceLine line(JsonNode node, CurrencyUnit currency) {
        String name = "line " + node.get("id").asString();
        BigDecimal quantity = Input.decimal(node, "quantity", "1");
        UnitPrice price = UnitPrice.of(Amount.of(Input.decimal(node, "net_price", "0"), currency))
                .per(Input.decimal(node, "base_quantity", "1"));
        String unit = node.path("unit").asString("C62");
        InvoiceLine line = InvoiceLine.priced(name, quantity, unit, price, Rounding.toMinorUnit(currency))
                .identified(node.get("id").asString())
                .taxed(treatments(node))
                .withStatus(Status.valueOf(node.path("line_status").asString("DETAIL")));
        for (AllowanceCharge allowanceCharge : allowanceCharges(node, currency)) {
            line = line.with(allowanceCharge);
        }
        return node.hasNonNull("parent_line")
                ? line.within(node.get("parent_line").asString())
                : line;
    }

    private static List<AllowanceCharge> allowanceCharges(JsonNode node, CurrencyUnit currency) {
        var all = new ArrayList<AllowanceCharge>();
        for (JsonNode allowance : node.path("allowances")) {
            all.add(AllowanceCharge.allowance(amount(allowance, "amount", currency))
                    .taxed(treatments(allowance).toArray(new TaxTreatment[0])));
        }
        for (JsonNode charge : node.path("charges")) {
            all.add(AllowanceCharge.charge(amount(charge, "amount", currency))
                    .taxed(treatments(charge).toArray(new TaxTreatment[0])));
        }
        return all;
    }

    private static List<TaxTreatment> treatments(JsonNode node) {
        if (!node.hasNonNull("vat_category")) {
            return List.of();
        }
        var category = new TaxCategory(node.get("vat_category").asString());
        return List.of(
                category.equals(TaxCategory.OUTSIDE_SCOPE)
                        ? TaxTreatment.outsideScope()
                        : TaxTreatment.of(category, TaxRate.of(Input.decimal(node, "vat_rate", "0"))));
    }

    private static Amount amount(JsonNode node, String field, CurrencyUnit currency) {
        return Amount.of(Input.decimal(node, field), currency);
    }
}
