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
        InvoicingRequirements ordered =
                fields.optionalParsed("purchaseOrder", NONE::withPurchaseOrder).orElse(NONE);
        InvoicingRequirements referenced = fields.optionalParsed("buyerReference", ordered::withBuyerReference)
                .orElse(ordered);
        InvoicingRequirements grouped = Words.readOptional(fields, "grouping", Grouping.values())
                .map(referenced::groupedBy)
                .orElse(referenced);
        InvoicingRequirements credited = Words.readOptional(fields, "credits", Credits.values())
                .map(grouped::withCredits)
                .orElse(grouped);
        InvoicingRequirements limited =
                fields.optionalDecimal("minimum", credited::withMinimum).orElse(credited);
        InvoicingRequirements delivered = delivered(limited, fields);
        return fields.optionalParsed("format", delivered::withFormat).orElse(delivered);
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
        if (requirements.grouping() != NONE.grouping()) {
            object.text("grouping", Words.of(requirements.grouping()));
        }
        if (requirements.credits() != NONE.credits()) {
            object.text("credits", Words.of(requirements.credits()));
        }
        if (requirements.minimum().signum() > 0) {
            object.decimal("minimum", requirements.minimum());
        }
        requirements.channel().ifPresent(channel -> object.text("channel", Words.of(channel)));
        requirements.address().map(Masked::reveal).ifPresent(address -> object.text("address", address));
        requirements.format().ifPresent(format -> object.text("format", format));
    }
}
