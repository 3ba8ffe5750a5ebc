package io.quittance.json;

import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.payment.PaymentMethod;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Money that arrived: {@code {"id": "P-1", "valueDate": "2026-03-01", "amount": "585.40", "remittances": [{"item": "R-1"}]}}, with what
 * is known of how it came, or with {@code "credit": true} what a credit note gives. Customer and currency stand beside it. No error shows a value of it, for it may tell of a person.
 */
final class PaymentJson {
    private PaymentJson() {}

    static void write(Payment payment, JsonObject object) {
        object.text("id", payment.id().value())
                .text("valueDate", payment.valueDate().toString());
        Json.money("amount", payment.amount(), object);
        if (!payment.remittances().isEmpty()) {
            object.objects("remittances", payment.remittances(), PaymentJson::write);
        }
        payment.method().ifPresent(method -> object.text("method", Words.of(method)));
        payment.payer().ifPresent(payer -> object.object("payer", by -> write(payer, by)));
        payment.reference()
                .ifPresent(reference -> object.object(
                        "reference",
                        by -> by.text("scheme", Words.of(reference.scheme())).text("value", reference.value())));
        payment.text().ifPresent(text -> object.text("text", text));
        payment.prepaidFor().ifPresent(reference -> object.text("prepaidFor", reference));
        if (payment.isCredit()) {
            object.flag("credit", true);
        }
    }

    private static void write(Remittance remittance, JsonObject object) {
        object.text("item", remittance.item().value());
        remittance.amount().ifPresent(amount -> Json.money("amount", amount, object));
    }

    private static void write(Payer payer, JsonObject object) {
        payer.name().ifPresent(name -> object.text("name", name));
        payer.account().ifPresent(account -> object.text("account", account));
    }

    /** Empty where it is wrong. */
    static Optional<Payment> read(JsonFields fields, Optional<CustomerId> customer, AmountFields amounts) {
        Optional<PaymentId> id = fields.parsed("id", PaymentId::of);
        Optional<LocalDate> valueDate = fields.parsed("valueDate", text -> Dates.parse(text, "valueDate"));
        Optional<Amount> amount = amounts.rounded("amount", fields);
        var remittances = new ArrayList<Remittance>();
        fields.optionalObjects("remittances")
                .forEach(named -> remittance(named, amounts).ifPresent(remittances::add));
        Optional<Payment> made = Parts.made(
                fields,
                () -> Payment.of(
                                id.orElseThrow(), customer.orElseThrow(), valueDate.orElseThrow(), amount.orElseThrow())
                        .naming(remittances),
                id,
                customer,
                valueDate,
                amount);
        return details(fields, made);
    }

    private static Optional<Payment> details(JsonFields fields, Optional<Payment> payment) {
        Optional<PaymentMethod> method = Words.readOptional(fields, "method", PaymentMethod.values());
        Optional<Payer> payer = fields.optionalObject("payer").flatMap(PaymentJson::payer);
        Optional<StructuredReference> reference =
                fields.optionalObject("reference").flatMap(PaymentJson::reference);
        Optional<String> text = fields.optionalParsed("text", said -> Require.text(said, "text"));
        Optional<String> prepaidFor = fields.optionalParsed("prepaidFor", name -> Require.id(name, "prepaidFor"));
        Optional<Payment> made = method.isPresent() ? payment.map(known -> known.by(method.get())) : payment;
        made = payer.isPresent() ? made.map(known -> known.from(payer.get())) : made;
        made = reference.isPresent() ? made.map(known -> known.referring(reference.get())) : made;
        made = text.isPresent() ? made.map(known -> known.saying(text.get())) : made;
        made = prepaidFor.isPresent() ? made.map(known -> known.prepaying(prepaidFor.get())) : made;
        return fields.flag("credit", false) ? made.map(Payment::asCredit) : made;
    }

    private static Optional<Remittance> remittance(JsonFields fields, AmountFields amounts) {
        Optional<ReceivableId> item = fields.parsed("item", ReceivableId::of);
        Optional<Amount> amount = amounts.optionalRounded("amount", fields);
        return Parts.made(
                fields,
                () -> amount.map(named -> Remittance.of(item.orElseThrow(), named))
                        .orElseGet(() -> Remittance.of(item.orElseThrow())),
                item);
    }

    private static Optional<Payer> payer(JsonFields fields) {
        Optional<String> name = fields.optionalParsed("name", text -> Require.hiddenId(text, "name"));
        Optional<String> account = fields.optionalParsed("account", text -> Require.hiddenId(text, "account"));
        boolean isKnown = fields.require(
                fields.isGiven("name") || fields.isGiven("account"),
                "payer.empty",
                "name",
                "must be given where there is no account",
                null);
        Optional<Payer> named = name.map(Payer::named);
        return !isKnown || account.isEmpty()
                ? named
                : Optional.of(named.map(payer -> payer.withAccount(account.get()))
                        .orElseGet(() -> Payer.ofAccount(account.get())));
    }

    private static Optional<StructuredReference> reference(JsonFields fields) {
        Optional<StructuredReference.Scheme> scheme = Words.read(fields, "scheme", StructuredReference.Scheme.values());
        Optional<String> value = fields.parsed("value", text -> Require.id(text, "value"));
        return Parts.made(
                fields, () -> new StructuredReference(scheme.orElseThrow(), value.orElseThrow()), scheme, value);
    }
}
