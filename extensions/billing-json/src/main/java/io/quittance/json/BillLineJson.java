package io.quittance.json;

import io.quittance.core.billing.BillLine;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** Lines of a bill run that wait for more, with all that a document needs of them. */
final class BillLineJson {
    private BillLineJson() {}

    static void write(BillLine line, JsonObject object) {
        object.text("id", Require.id(line.id(), "id"))
                .text("kind", Words.of(line.kind()))
                .text("contract", line.contract().value())
                .text("charge", line.charge().value())
                .text("terms", Require.id(line.terms(), "terms"));
        Spans.write("period", line.period(), object);
        Spans.write("days", line.days(), object)
                .text("name", Require.id(line.name(), "name"))
                .text("quantity", FractionText.of(line.quantity()))
                .text("unit", Require.id(line.unit(), "unit"));
        Json.amount("amount", line.amount(), object)
                .objects("explanations", line.explanations(), Explanations::writePattern);
        line.orderReference().ifPresent(order -> object.text("order", Require.id(order, "order")));
        line.invoiceGroup().ifPresent(group -> object.text("group", Require.id(group, "group")));
        TaxTreatmentJson.writeAll(line.taxes(), object);
    }

    /** Empty where it is wrong. */
    static Optional<BillLine> read(JsonFields fields) {
        Optional<String> id = name("id", fields);
        Optional<BillLine.Kind> kind = Words.read(fields, "kind", BillLine.Kind.values());
        Optional<ContractId> contract = fields.parsed("contract", ContractId::of);
        Optional<ChargeId> charge = fields.parsed("charge", ChargeId::of);
        Optional<String> terms = name("terms", fields);
        Optional<ServicePeriod> period = Spans.read(fields, "period");
        Optional<ServicePeriod> days = Spans.read(fields, "days");
        Optional<String> name = name("name", fields);
        Optional<Fraction> quantity = fields.parsed("quantity", text -> FractionText.parse(text, "quantity"));
        Optional<String> unit = name("unit", fields);
        Optional<CurrencyUnit> currency = fields.parsed("currency", ContractTermsJson::currency);
        Optional<Amount> amount = BillingHistoryJson.amount("amount", currency, fields);
        List<Explanation> explanations = Explanations.readAll("explanations", fields);
        Optional<String> order = fields.optionalParsed("order", text -> Require.id(text, "order"));
        Optional<String> group = fields.optionalParsed("group", text -> Require.id(text, "group"));
        List<TaxTreatment> taxes = TaxTreatmentJson.readAll(fields);
        if (List.of(id, kind, contract, charge, terms, period, days, name, quantity, unit, amount).stream()
                .anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new BillLine(
                id.orElseThrow(),
                kind.orElseThrow(),
                contract.orElseThrow(),
                charge.orElseThrow(),
                terms.orElseThrow(),
                period.orElseThrow(),
                days.orElseThrow(),
                name.orElseThrow(),
                quantity.orElseThrow(),
                unit.orElseThrow(),
                amount.orElseThrow(),
                explanations,
                order.orElse(null),
                group.orElse(null),
                taxes));
    }

    private static Optional<String> name(String field, JsonFields fields) {
        return fields.parsed(field, text -> Require.id(text, field));
    }
}
