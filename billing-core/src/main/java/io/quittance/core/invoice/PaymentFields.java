package io.quittance.core.invoice;

/** The fields of a payment instruction. */
final class PaymentFields {
    private PaymentFields() {}

    static void write(PaymentInstruction instruction, FieldSink fields) {
        fields.text("means", instruction.meansCode());
        instruction.reference().ifPresent(reference -> fields.text("reference", reference));
        if (!instruction.transfers().isEmpty()) {
            fields.objects("transfers", instruction.transfers(), PaymentFields::write);
        }
        instruction.debit().ifPresent(debit -> fields.object("debit", out -> write(debit, out)));
        instruction.card().ifPresent(card -> fields.object("card", out -> write(card, out)));
    }

    private static void write(CreditTransfer transfer, FieldSink fields) {
        fields.text("account", transfer.account().reveal());
        transfer.name().ifPresent(name -> fields.text("name", name));
        transfer.provider().ifPresent(bic -> fields.text("provider", bic));
    }

    private static void write(DirectDebit debit, FieldSink fields) {
        fields.text("mandate", debit.mandate())
                .text("creditorId", debit.creditorId())
                .text("account", debit.account().reveal());
    }

    private static void write(PaymentCard card, FieldSink fields) {
        fields.text("lastDigits", card.lastDigits());
        card.holder().ifPresent(name -> fields.text("holder", name));
    }
}
