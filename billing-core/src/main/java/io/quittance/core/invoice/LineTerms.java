package io.quittance.core.invoice;

import static io.quittance.core.invoice.AllowanceCharge.Kind.ALLOWANCE;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a line says in the terms of EN 16931, all of it without tax. */
final class LineTerms {
    private final InvoiceLine line;
    private final DocumentTerms document;

    private LineTerms(InvoiceLine line, DocumentTerms document) {
        this.line = line;
        this.document = document;
    }

    /**
     * A line.
     *
     * @param net its amount without tax
     */
    static BusinessGroup.Builder of(InvoiceLine line, String id, Amount net, DocumentTerms document) {
        return new LineTerms(line, document).terms(id, net);
    }

    private BusinessGroup.Builder terms(String id, Amount net) {
        var terms = BusinessGroup.of("BG-25")
                .put("BT-126", id)
                .put("BT-127", line.note())
                .put("BT-129", Require.plain(line.quantity()))
                .put("BT-130", line.unit());
        document.put(terms, "BT-131", net);
        terms.put("BT-132", line.orderReference()).put("BT-133", line.accounting());
        line.period()
                .ifPresent(period -> terms.add(BusinessGroup.of("BG-26")
                        .put("BT-134", period.start().toString())
                        .put("BT-135", period.lastDay().toString())));
        List<Amount> parts = parts(net);
        for (int i = 0; i < parts.size(); i++) {
            AllowanceCharge one = line.allowanceCharges().get(i);
            terms.add((one.kind() == ALLOWANCE ? AllowanceTerms.LINE_ALLOWANCE : AllowanceTerms.LINE_CHARGE)
                    .of(one, parts.get(i), document));
        }
        terms.add(document.pricesIncludeTax() ? netPrice(net, parts) : price());
        for (TaxTreatment treatment : line.taxes()) {
            var tax = BusinessGroup.of("BG-30");
            DocumentTerms.taxes(tax, "BT-151", "BT-152", treatment);
            terms.add(tax);
        }
        return terms.add(item());
    }

    /**
     * What is off and on top, without tax: where prices include it, the share of the line's, rounded; the goods take the rest. 119.00
     * less 11.90 at 19 % are 90.00 without tax, shown as 100.00 less 10.00.
     */
    private List<Amount> parts(Amount net) {
        var parts = new ArrayList<Amount>();
        for (AllowanceCharge one : line.allowanceCharges()) {
            parts.add(
                    document.pricesIncludeTax() && line.netAmount().signum() != 0
                            ? one.amount()
                                    .toFraction()
                                    .times(net.toFraction())
                                    .dividedBy(line.netAmount().toFraction())
                                    .round(Rounding.toMinorUnit(net.getCurrency()), net.getCurrency())
                            : one.amount());
        }
        return parts;
    }

    private BusinessGroup.Builder price() {
        UnitPrice price = line.price();
        var terms = BusinessGroup.of("BG-29").put("BT-146", number(price.net()));
        price.discount()
                .ifPresent(discount -> terms.put("BT-147", number(discount))
                        .put("BT-148", number(price.net().add(discount))));
        return price.baseQuantity().compareTo(BigDecimal.ONE) == 0
                ? terms
                : base(terms, Require.plain(price.baseQuantity()));
    }

    /** The price without tax of all of the quantity, which is exact where that of one would have no end. */
    private BusinessGroup.Builder netPrice(Amount net, List<Amount> parts) {
        Amount goods = net;
        for (int i = 0; i < parts.size(); i++) {
            boolean allowance = line.allowanceCharges().get(i).kind() == ALLOWANCE;
            goods = allowance ? goods.add(parts.get(i)) : goods.subtract(parts.get(i));
        }
        var terms = BusinessGroup.of("BG-29").put("BT-146", number(goods.signum() < 0 ? goods.negate() : goods));
        return line.quantity().signum() == 0
                ? terms
                : base(terms, Require.plain(line.quantity().abs()));
    }

    private BusinessGroup.Builder base(BusinessGroup.Builder terms, BigDecimal quantity) {
        return terms.put("BT-149", quantity).put("BT-150", line.unit());
    }

    private static BigDecimal number(Amount price) {
        return Require.plain(price.toBigDecimal());
    }

    private BusinessGroup.Builder item() {
        InvoicedItem item = line.item();
        var terms = BusinessGroup.of("BG-31")
                .put("BT-153", line.name())
                .put("BT-154", item.description())
                .put("BT-155", item.sellerId())
                .put("BT-156", item.buyerId());
        item.standardId().ifPresent(id -> PartyTerms.put(terms, "BT-157", id));
        item.classifications().forEach(id -> PartyTerms.put(terms, "BT-158", id));
        terms.put("BT-159", item.origin());
        item.attributes()
                .forEach(attribute -> terms.add(BusinessGroup.of("BG-32")
                        .put("BT-160", attribute.name())
                        .put("BT-161", attribute.value())));
        return terms;
    }
}
