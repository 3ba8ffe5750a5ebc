package io.quittance.conformance;

import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxBreakdown;
import io.quittance.core.tax.TaxCategory;
import io.quittance.core.tax.TaxOnTotal;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxPerLine;
import io.quittance.core.tax.TaxPolicy;
import io.quittance.core.tax.TaxRate;
import io.quittance.core.tax.TaxSubtotal;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.core.tax.TaxedAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code tax}: on amounts without it, and within amounts that include it. */
final class TaxAdapter implements Adapter {
    private static final TaxCategory ANY = new TaxCategory("ANY");

    @Override
    public Object answer(JsonNode input) {
        Rounding rounding = Rounding.halfUp(Input.integer(input, "roundTo"));
        TaxPolicy policy = policy(input, rounding);
        boolean within = input.path("pricesIncludeTax").asBoolean(false);
        List<TaxedAmount> amounts = amounts(input, rounding);
        TaxBreakdown taxes = within
                ? TaxBreakdown.within(amounts, Input.CURRENCY, policy)
                : TaxBreakdown.on(amounts, Input.CURRENCY, policy);
        Amount net = amounts.stream().map(TaxedAmount::amount).reduce(Amount.zero(Input.CURRENCY), Amount::add);
        Amount payable = within ? net : net.add(taxes.total());
        var answer = new HashMap<String, Object>();
        answer.put("taxes", taxes.subtotals().stream().map(TaxSubtotal::tax).toList());
        answer.put("taxTotal", taxes.total());
        answer.put("tax", taxes.total());
        answer.put("total", payable);
        answer.put("payable", payable);
        answer.put("net", payable.subtract(taxes.total()));
        answer.put(
                "lineTaxes",
                TaxBreakdown.on(amounts, Input.CURRENCY, new TaxPerLine(rounding))
                        .taxes());
        answer.put("byRate", byRate(input, taxes));
        return answer;
    }

    private static TaxPolicy policy(JsonNode input, Rounding rounding) {
        return switch (input.path("roundPer").asString("")) {
            case "line" -> new TaxPerLine(rounding);
            case "total" -> new TaxOnTotal(rounding);
            case "" -> new TaxPerGroup(rounding);
            default -> throw new IllegalArgumentException("unknown level " + input.get("roundPer"));
        };
    }

    private static List<TaxedAmount> amounts(JsonNode input, Rounding rounding) {
        var amounts = new ArrayList<TaxedAmount>();
        if (input.has("lines")) {
            input.get("lines")
                    .forEach(line -> amounts.add(TaxedAmount.of(Input.amount(line, "net"), taxed(line.get("rate")))));
        } else if (input.has("grossLines")) {
            input.get("grossLines")
                    .forEach(line ->
                            amounts.add(TaxedAmount.of(line(line, rounding).netAmount(), taxed(line.get("rate")))));
        } else if (input.has("gross")) {
            amounts.add(TaxedAmount.of(Input.amount(input, "gross"), taxed(input.get("rate"))));
        } else {
            var taxes = new ArrayList<TaxTreatment>();
            for (JsonNode rate : input.get("rates")) {
                taxes.add(taxed(rate).in("authority " + taxes.size()));
            }
            amounts.add(new TaxedAmount(Input.amount(input, "net"), taxes));
        }
        return amounts;
    }

    private static InvoiceLine line(JsonNode node, Rounding rounding) {
        InvoiceLine line = InvoiceLine.priced(
                "line", Input.decimal(node, "quantity"), "C62", Input.amount(node, "unitPrice"), rounding);
        BigDecimal percent = Input.decimal(node, "lineDiscountPercent", "0");
        return line.with(AllowanceCharge.allowance(percent, line.goods(), rounding));
    }

    private static TaxTreatment taxed(JsonNode rate) {
        return TaxTreatment.of(ANY, TaxRate.of(Input.decimal(rate)));
    }

    /** Keyed by the rate's text in the case. */
    private static Map<String, Amount> byRate(JsonNode input, TaxBreakdown taxes) {
        var texts = new HashMap<TaxRate, String>();
        for (String field : List.of("lines", "grossLines")) {
            for (JsonNode line : input.path(field)) {
                texts.put(
                        TaxRate.of(Input.decimal(line, "rate")),
                        line.get("rate").asString());
            }
        }
        var byRate = new HashMap<String, Amount>();
        for (TaxSubtotal subtotal : taxes.subtotals()) {
            TaxRate rate = subtotal.treatment().rateOrZero();
            byRate.put(texts.getOrDefault(rate, rate.toString()), subtotal.tax());
        }
        return byRate;
    }
}
