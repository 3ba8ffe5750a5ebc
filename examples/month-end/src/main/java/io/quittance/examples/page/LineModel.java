package io.quittance.examples.page;

import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoicedItem;
import io.quittance.core.invoice.UnitPrice;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a page.
 *
 * @param kind {@code detail}, {@code group} or {@code information}, and {@code within} for one within another
 * @param period the days, empty where there are none of its own
 * @param facts numbers and properties of what it is for
 * @param per for how many units the price is; empty where it is for one
 * @param gross the price before its discount, and the discount; empty without one
 * @param goods quantity × price, where {@code adjustments} change it
 * @param reasons how the amount came about
 */
record LineModel(
        String kind,
        String position,
        String name,
        String description,
        String period,
        List<Fact> facts,
        String note,
        String quantity,
        String unit,
        String price,
        String per,
        String gross,
        String tax,
        String goods,
        List<AdjustmentModel> adjustments,
        String amount,
        List<String> reasons) {

    boolean hasReasons() {
        return !reasons.isEmpty();
    }

    /**
     * A line.
     *
     * @param net its amount as it counts
     * @param all the days of the document; a line for just those does not repeat them
     */
    static LineModel of(InvoiceLine line, int position, Amount net, Optional<ServicePeriod> all, Words words) {
        UnitPrice price = line.price();
        boolean isForOne = price.baseQuantity().compareTo(BigDecimal.ONE) == 0;
        String unit = words.of("unit", line.unit());
        return new LineModel(
                kind(line),
                Integer.toString(position),
                line.name(),
                line.item().description().orElse(""),
                line.period()
                        .filter(days -> !all.equals(Optional.of(days)))
                        .map(days -> words.of(days.start()) + " – " + words.of(days.lastDay()))
                        .orElse(""),
                facts(line, words),
                line.note().orElse(""),
                words.number(line.quantity()),
                unit,
                words.number(price.net()),
                isForOne ? "" : words.number(price.baseQuantity()) + " " + unit,
                price.discount()
                        .map(discount -> words.number(discount.add(price.net())) + " − " + words.number(discount))
                        .orElse(""),
                TaxWords.brief(line.taxes(), words),
                line.allowanceCharges().isEmpty() ? "" : words.number(line.goods()),
                line.allowanceCharges().stream()
                        .map(one -> AdjustmentModel.of(one, one.amount(), words))
                        .toList(),
                words.number(net),
                line.explanations().stream()
                        .map(reason -> reason.text(words.locale()))
                        .toList());
    }

    private static String kind(InvoiceLine line) {
        String status = switch (line.status()) {
            case DETAIL -> "detail";
            case GROUP -> "group";
            case INFORMATION -> "information";
        };
        return status + (line.parent().isPresent() ? " within" : "");
    }

    private static List<Fact> facts(InvoiceLine line, Words words) {
        InvoicedItem item = line.item();
        var facts = new Fact.Facts(words)
                .add("order", line.orderReference())
                .add("accounting", line.accounting())
                .add("seller-item", item.sellerId())
                .add("buyer-item", item.buyerId())
                .add("standard-item", item.standardId().map(PartyModel::written));
        item.classifications().forEach(one -> facts.add("classification", PartyModel.written(one)));
        facts.add("origin", item.origin().map(words::country));
        var all = new ArrayList<>(facts.all());
        item.attributes().forEach(one -> all.add(new Fact(one.name(), one.value())));
        return List.copyOf(all);
    }
}
