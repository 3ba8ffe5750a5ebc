package io.quittance.json;

import io.quittance.core.id.Masked;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.CreditTransfer;
import io.quittance.core.invoice.DirectDebit;
import io.quittance.core.invoice.PaymentCard;
import io.quittance.core.invoice.PaymentInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How to pay: {@code {"means": "58", "reference": "RF59R1", "transfers": [{"account": "DE02…"}]}}, or one debit or card; what is
 * refused is not shown.
 */
final class PaymentInstructionJson {
    private static final String TRANSFERS = "transfers";
    private static final String DEBIT = "debit";
    private static final String CARD = "card";
    private static final CreditTransfer STAND_IN = CreditTransfer.toAccount("account");

    private PaymentInstructionJson() {}

    /**
     * Without what is wrong.
     *
     * @param scheme of the reference that the number of the document gave; empty where the reference was given itself
     */
    static Optional<PaymentInstruction> read(JsonFields fields, Optional<StructuredReference.Scheme> scheme) {
        Optional<String> means = fields.parsed("means", text -> Require.id(text, "means"));
        List<CreditTransfer> transfers = new ArrayList<>();
        for (JsonFields transfer : fields.optionalObjects(TRANSFERS)) {
            transfer(transfer).ifPresent(transfers::add);
        }
        Optional<DirectDebit> debit = fields.optionalObject(DEBIT).flatMap(PaymentInstructionJson::debit);
        Optional<PaymentCard> card = fields.optionalObject(CARD).flatMap(PaymentInstructionJson::card);
        Optional<PaymentInstruction> made = means.flatMap(code -> of(fields, code, transfers, debit, card));
        Optional<String> reference = fields.optionalParsed("reference", text -> Require.id(text, "reference"));
        return made.map(instruction -> scheme.map(instruction::referencedBy)
                .or(() -> reference.map(instruction::referencedBy))
                .orElse(instruction));
    }

    /** One of the kinds that there are, by the one of the three that is given. */
    private static Optional<PaymentInstruction> of(
            JsonFields fields,
            String means,
            List<CreditTransfer> transfers,
            Optional<DirectDebit> debit,
            Optional<PaymentCard> card) {
        List<String> given =
                List.of(TRANSFERS, DEBIT, CARD).stream().filter(fields::isGiven).toList();
        for (String more : given.subList(Math.min(1, given.size()), given.size())) {
            fields.require(false, "payment.kind", more, "must be left out beside " + given.get(0), null);
        }
        PaymentInstruction made = PaymentInstruction.by(means);
        if (!transfers.isEmpty()) {
            CreditTransfer[] accounts = transfers.toArray(CreditTransfer[]::new);
            PaymentInstruction sepa = PaymentInstruction.sepaTransfer(accounts);
            made = means.equals(sepa.meansCode()) ? sepa : PaymentInstruction.transfer(accounts);
        }
        made = debit.map(PaymentInstruction::directDebit).orElse(made);
        made = card.map(PaymentInstruction::card).orElse(made);
        boolean fits = fields.require(
                made.meansCode().equals(means),
                "payment.means",
                "means",
                "must be " + (transfers.isEmpty() ? made.meansCode() : made.meansCode() + " or 58"),
                means);
        return fits ? Optional.of(made) : Optional.empty();
    }

    private static Optional<CreditTransfer> transfer(JsonFields fields) {
        Optional<CreditTransfer> made = fields.parsed("account", CreditTransfer::toAccount);
        Optional<String> name = fields.optionalParsed("name", text -> Require.hiddenId(text, "name"));
        Optional<String> bank =
                fields.optionalParsed("provider", bic -> STAND_IN.at(bic)).flatMap(CreditTransfer::provider);
        made = name.isPresent() ? made.map(account -> account.heldBy(name.get())) : made;
        return bank.isPresent() ? made.map(account -> account.at(bank.get())) : made;
    }

    private static Optional<DirectDebit> debit(JsonFields fields) {
        Optional<String> mandate = fields.parsed("mandate", text -> Require.id(text, "mandate"));
        Optional<String> creditor = fields.parsed("creditorId", text -> Require.id(text, "creditorId"));
        Optional<String> account = fields.parsed("account", text -> Require.hiddenId(text, "account"));
        return mandate.flatMap(by ->
                creditor.flatMap(from -> account.map(number -> new DirectDebit(by, from, Masked.of(number)))));
    }

    private static Optional<PaymentCard> card(JsonFields fields) {
        Optional<PaymentCard> card = fields.parsed("lastDigits", PaymentCard::ending);
        Optional<String> holder = fields.optionalParsed("holder", text -> Require.hiddenId(text, "holder"));
        return holder.isPresent() ? card.map(of -> of.heldBy(holder.get())) : card;
    }
}
