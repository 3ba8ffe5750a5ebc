package io.quittance.json;

import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.InvoicedItem;
import io.quittance.core.invoice.UnitPrice;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Lines of issued documents, whose amounts were stated: what is off and on top of one is taken back to have quantity × price. */
final class InvoiceLineJson {
    private InvoiceLineJson() {}

    /** Empty where it is wrong. */
    static Optional<InvoiceLine> read(JsonFields fields, AmountFields amounts) {
        Optional<InvoiceLine> stated = stated(fields, amounts);
        InvoiceLine.Status status = Words.readOptional(fields, "status", InvoiceLine.Status.values())
                .orElse(InvoiceLine.Status.DETAIL);
        List<TaxTreatment> taxes = TaxTreatmentJson.readAll(fields);
        Optional<InvoicedItem> item = fields.optionalObject("item").map(InvoicedItemJson::read);
        Optional<ServicePeriod> period = fields.isGiven("period") ? Spans.read(fields, "period") : Optional.empty();
        Optional<String> id = fields.optionalParsed("id", text -> Require.id(text, "id"));
        Optional<String> parent = fields.optionalParsed("parent", text -> Require.id(text, "parent"));
        Optional<String> note = fields.optionalParsed("note", text -> Require.text(text, "note"));
        Optional<String> order = fields.optionalParsed("orderReference", text -> Require.id(text, "orderReference"));
        Optional<String> booked = fields.optionalParsed("accounting", text -> Require.id(text, "accounting"));
        return stated.map(line -> {
            InvoiceLine made = line.withStatus(status).taxed(taxes);
            made = item.map(made::about).orElse(made);
            made = period.map(made::during).orElse(made);
            made = id.map(made::identified).orElse(made);
            made = parent.map(made::within).orElse(made);
            made = note.map(made::noted).orElse(made);
            made = order.map(made::ordered).orElse(made);
            return booked.map(made::bookedAt).orElse(made);
        });
    }

    /** How much for how much, and why. */
    private static Optional<InvoiceLine> stated(JsonFields fields, AmountFields amounts) {
        Optional<String> name = fields.parsed("name", text -> Require.id(text, "name"));
        Optional<BigDecimal> quantity = fields.decimal("quantity", number -> number);
        Optional<String> unit = fields.parsed("unit", text -> Require.id(text, "unit"));
        Optional<UnitPrice> price = price(fields.object("price"), amounts);
        Optional<List<AllowanceCharge>> parts = AllowanceChargeJson.ofLine(fields, amounts);
        Optional<Amount> net = amounts.rounded("netAmount", fields);
        List<Explanation> reasons = Explanations.readAllWithText("explanations", fields);
        return name.flatMap(text -> quantity.flatMap(of ->
                unit.flatMap(in -> price.flatMap(each -> parts.flatMap(all -> net.flatMap(sum -> fields.of(
                        "netAmount",
                        () -> InvoiceLine.stated(text, of, in, each, goods(sum, all), reasons)
                                .with(all))))))));
    }

    /** The amount before what is off and on top. */
    private static Amount goods(Amount net, List<AllowanceCharge> parts) {
        Amount goods = net;
        for (AllowanceCharge part : parts) {
            goods = goods.subtract(part.signed());
        }
        return goods;
    }

    /** {@code {"net": "8.50", "baseQuantity": "1", "discount": "1.50"}}; empty where it is wrong. */
    private static Optional<UnitPrice> price(JsonFields fields, AmountFields amounts) {
        Optional<UnitPrice> net =
                amounts.exact("net", fields).flatMap(price -> fields.of("net", () -> UnitPrice.of(price)));
        Optional<BigDecimal> base = fields.decimal("baseQuantity", number -> Require.positive(number, "baseQuantity"));
        Optional<UnitPrice> made = net.flatMap(price -> base.map(price::per));
        if (!fields.isGiven("discount")) {
            return made;
        }
        Optional<Amount> discount = amounts.optionalExact("discount", fields);
        return made.flatMap(price -> discount.flatMap(less -> fields.of(
                "discount", () -> UnitPrice.of(price.net().add(less)).less(less).per(price.baseQuantity()))));
    }
}
