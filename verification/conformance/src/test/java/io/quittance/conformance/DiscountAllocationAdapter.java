package io.quittance.conformance;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.DiscountAllocation;
import io.quittance.core.pricing.DiscountAllocation.Line;
import io.quittance.core.pricing.DiscountSpread;
import io.quittance.core.pricing.Discounts;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.rating.BilledBefore;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.rating.Rating;
import io.quittance.core.rating.RatingRequest;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code discount_allocation}: who bears how much of a discount, by the method of the case. */
final class DiscountAllocationAdapter implements ConventionalAdapter {
    private static final ServicePeriod PERIOD = ServicePeriod.of("2026-01-01", "2026-02-01");

    @Override
    public Object answer(JsonNode input, Conventions conventions) {
        return switch (input.get("method").asString()) {
            case "largest_remainder" ->
                units(input, conventions, Discount.amount("d", Input.decimal(input, "discount")));
            case "percent_per_line" ->
                units(
                        input,
                        conventions.withDiscountSpread(DiscountSpread.PER_LINE),
                        Discount.percent("d", Input.decimal(input, "ratePercent")));
            case "targeted" -> lines(input, conventions);
            case "proportional_sequential" -> lines(input, conventions.withDiscountSpread(DiscountSpread.EXACT));
            case "progressive_credit" -> progressive(input);
            default -> throw new IllegalArgumentException("unknown method " + input.get("method"));
        };
    }

    /** Amounts are whole units. */
    private static Object units(JsonNode input, Conventions conventions, Discount discount) {
        Rounding units = Rounding.halfUp(0);
        var lines = new ArrayList<Line>();
        for (JsonNode amount : input.get("lineAmounts")) {
            lines.add(new Line(new ChargeId("line-" + lines.size()), Amount.of(amount.asString(), Input.CURRENCY)));
        }
        Discounts discounts = Discounts.of(discount);
        var allocation = DiscountAllocation.of(lines, discounts, conventions, Map.of(), units);
        Fraction onTotal = discounts
                .steps(sum(lines), conventions, Map.of())
                .get(0)
                .amount()
                .negated();
        return Map.of(
                "allocated",
                lines.stream().map(line -> allocation.of(line.charge())).toList(),
                "onTotal",
                onTotal.round(units));
    }

    private static Object lines(JsonNode input, Conventions conventions) {
        var lines = new ArrayList<Line>();
        var rates = new ArrayList<TaxRate>();
        for (JsonNode node : input.get("lines")) {
            var charge = new ChargeId(node.get("id").asString());
            lines.add(new Line(charge, Input.amount(node, "amount")));
            rates.add(TaxRate.of(Input.decimal(node, "taxRate", "0")));
        }
        var discounts = new ArrayList<Discount>();
        for (JsonNode node : input.get("discounts")) {
            Discount discount = Discount.amount("d" + discounts.size(), Input.decimal(node, "amount"));
            if (node.get("target").isArray()) {
                for (JsonNode target : node.get("target")) {
                    discount = discount.on(target.asString());
                }
            } else if (!node.get("target").asString().equals("all")) {
                discount = discount.on(node.get("target").asString());
            }
            discounts.add(discount);
        }
        var allocation =
                DiscountAllocation.of(lines, new Discounts(discounts), conventions, Map.of(), Rounding.halfUp(2));
        var taxes = new ArrayList<Fraction>();
        for (Line line : lines) {
            Fraction net = line.amount().toFraction().minus(allocation.of(line.charge()));
            taxes.add(rates.get(taxes.size()).on(net));
        }
        Fraction taxable = sum(lines).minus(allocation.total());
        Fraction tax = taxes.stream().reduce(Fraction.ZERO, Fraction::plus);
        return Map.of(
                "discountPerLine",
                lines.stream()
                        .map(line -> allocation.of(line.charge()).round(Rounding.halfUp(5)))
                        .toList(),
                "subtotal",
                sum(lines),
                "discountTotal",
                allocation.total(),
                "taxable",
                taxable,
                "taxPerLine",
                taxes,
                "tax",
                tax,
                "total",
                taxable.plus(tax));
    }

    private static Object progressive(JsonNode input) {
        Contract contract = Contract.builder("C-1")
                .customer("1")
                .currency(Input.CURRENCY)
                .zone("UTC")
                .term(PERIOD)
                .charge(Charge.usage("fee", "fee", FlatFee.of(Input.decimal(input, "finalCharges"))))
                .paymentTerms(PaymentTerms.net(30))
                .build();
        BilledBefore billed = BilledBefore.nothing().charge("fee", Input.amount(input, "invoicedInAdvanceOfPeriodEnd"));
        RatedCharge fee = Rating.of(
                        RatingRequest.of(contract, List.of(), PERIOD).after(billed))
                .charges()
                .get(0);
        return Map.of("creditOnInvoice", fee.credited(), "excessToCreditNote", fee.excess());
    }

    private static Fraction sum(List<Line> lines) {
        return lines.stream().map(line -> line.amount().toFraction()).reduce(Fraction.ZERO, Fraction::plus);
    }
}
