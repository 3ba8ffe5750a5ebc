package io.quittance.json;

import io.quittance.core.invoice.AllowanceCharge;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.UnitPrice;
import java.util.Locale;

/** The lines of an invoice, and what is off or on top of one, or of the invoice. */
final class InvoiceLines {
    private InvoiceLines() {}

    static void write(InvoiceLine line, JsonObject object) {
        line.id().ifPresent(id -> object.text("id", id));
        if (line.status() != InvoiceLine.Status.DETAIL) {
            object.text("status", line.status().name().toLowerCase(Locale.ROOT));
        }
        line.parent().ifPresent(parent -> object.text("parent", parent));
        object.text("name", line.name())
                .decimal("quantity", line.quantity())
                .text("unit", line.unit())
                .object("price", price -> write(line.price(), price));
        if (!line.allowanceCharges().isEmpty()) {
            object.objects("allowanceCharges", line.allowanceCharges(), InvoiceLines::write);
        }
        object.decimal("netAmount", Json.number(line.netAmount()));
        if (!line.taxes().isEmpty()) {
            object.objects("taxes", line.taxes(), Taxes::write);
        }
        line.period().ifPresent(period -> Spans.write("period", period, object));
        line.orderReference().ifPresent(order -> object.text("orderReference", order));
        object.objects("explanations", line.explanations(), Explanations::write);
    }

    private static void write(UnitPrice price, JsonObject object) {
        object.decimal("net", Json.number(price.net())).decimal("baseQuantity", price.baseQuantity());
        price.discount().ifPresent(discount -> object.decimal("discount", Json.number(discount)));
    }

    static void write(AllowanceCharge allowanceCharge, JsonObject object) {
        object.text("kind", allowanceCharge.kind().name().toLowerCase(Locale.ROOT))
                .decimal("amount", Json.number(allowanceCharge.amount()));
        allowanceCharge.base().ifPresent(base -> object.decimal("base", Json.number(base)));
        allowanceCharge.percent().ifPresent(percent -> object.decimal("percent", percent));
        allowanceCharge.reason().ifPresent(reason -> object.text("reason", reason));
        allowanceCharge.reasonCode().ifPresent(code -> object.text("reasonCode", code));
        if (!allowanceCharge.taxes().isEmpty()) {
            object.objects("taxes", allowanceCharge.taxes(), Taxes::write);
        }
    }
}
