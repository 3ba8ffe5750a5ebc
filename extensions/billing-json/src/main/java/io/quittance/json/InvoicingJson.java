package io.quittance.json;

import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.InvoicingRequirements.Channel;
import io.quittance.core.contract.InvoicingRequirements.Credits;
import io.quittance.core.contract.InvoicingRequirements.Grouping;
import io.quittance.core.id.Masked;
import java.util.Optional;

/**
 * What a customer asks of invoices: {@code {"purchaseOrder": "PO-4711", "grouping": "chargeGroup", "minimum": "25", "channel":
 * "email", "address": "A-7", "format": "UBL"}}. The address is written as it is; no refusal shows it.
 */
final class InvoicingJson {
    private static final InvoicingRequirements NONE = InvoicingRequirements.none();

    private InvoicingJson() {}

    /** Without what is wrong. */
    static InvoicingRequirements read(JsonFields fields) {
        return sent(grouped(ordered(fields), fields), fields);
    }

    /** Those references of the customer that stand on documents. */
    static InvoicingRequirements ordered(JsonFields fields) {
        InvoicingRequirements made = fields.changed(NONE, "purchaseOrder", InvoicingRequirements::withPurchaseOrder);
        return fields.changed(made, "buyerReference", InvoicingRequirements::withBuyerReference);
    }

    /** The same with what stands on one document, and from which amount on. */
    static InvoicingRequirements grouped(InvoicingRequirements made, JsonFields fields) {
        InvoicingRequirements grouped = Words.readOptional(fields, "grouping", Grouping.values())
                .map(made::groupedBy)
                .orElse(made);
        InvoicingRequirements credited = Words.readOptional(fields, "credits", Credits.values())
                .map(grouped::withCredits)
                .orElse(grouped);
        return fields.optionalDecimal("minimum", credited::withMinimum).orElse(credited);
    }

    /** The same with how they are sent. */
    static InvoicingRequirements sent(InvoicingRequirements made, JsonFields fields) {
        return fields.changed(delivered(made, fields), "format", InvoicingRequirements::withFormat);
    }

    private static InvoicingRequirements delivered(InvoicingRequirements made, JsonFields fields) {
        Optional<Channel> channel = Words.readOptional(fields, "channel", Channel.values());
        InvoicingRequirements sent = channel.map(made::deliveredBy).orElse(made);
        Channel any = channel.orElse(Channel.EMAIL);
        boolean isAddressed = fields.isGiven("address");
        Optional<InvoicingRequirements> addressed =
                fields.optionalParsed("address", address -> made.deliveredBy(any, address));
        if (isAddressed && !fields.isGiven("channel")) {
            fields.require(false, "invoicing.channel", "channel", "must be given with a delivery address", null);
        }
        return addressed.orElse(sent);
    }

    static void write(InvoicingRequirements requirements, JsonObject object) {
        requirements.purchaseOrder().ifPresent(number -> object.text("purchaseOrder", number));
        requirements.buyerReference().ifPresent(reference -> object.text("buyerReference", reference));
        writeGrouping(requirements, object);
        requirements.channel().ifPresent(channel -> object.text("channel", Words.of(channel)));
        requirements.address().map(Masked::reveal).ifPresent(address -> object.text("address", address));
        requirements.format().ifPresent(format -> object.text("format", format));
    }

    /** Only what {@link #grouped} reads. */
    static void writeGrouping(InvoicingRequirements requirements, JsonObject object) {
        if (requirements.grouping() != NONE.grouping()) {
            object.text("grouping", Words.of(requirements.grouping()));
        }
        if (requirements.credits() != NONE.credits()) {
            object.text("credits", Words.of(requirements.credits()));
        }
        if (requirements.minimum().signum() > 0) {
            object.decimal("minimum", requirements.minimum());
        }
    }
}
