package io.quittance.json;

import io.quittance.core.id.ChargeId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.rating.BilledBefore;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;

/**
 * What earlier runs left: {@code {"charges": [{"charge": "calls", "amount": "80.00", "currency": "EUR"}], "prepaid": {"amount":
 * "30.00", "currency": "EUR"}, "discounts": [{"discount": "voucher", "used": "10"}], "commitment": {"charged": "100", "billed":
 * "100", "carried": "0"}}}. What they left of nothing is left out, and all of it where they left nothing.
 */
final class BilledBeforeJson {
    private BilledBeforeJson() {}

    static void write(String name, BilledBefore before, JsonObject object) {
        if (!before.equals(BilledBefore.nothing())) {
            object.object(name, out -> write(before, out));
        }
    }

    private static void write(BilledBefore before, JsonObject object) {
        if (!before.charges().isEmpty()) {
            object.objects("charges", before.charges().entrySet(), BilledBeforeJson::writeCharge);
        }
        before.prepaid().ifPresent(paid -> object.object("prepaid", out -> Json.amount("amount", paid, out)));
        if (!before.discounts().isEmpty()) {
            object.objects(
                    "discounts",
                    before.discounts().entrySet(),
                    (used, out) -> out.text("discount", used.getKey()).text("used", FractionText.of(used.getValue())));
        }
        TermCommitment.Progress progress = before.commitment();
        if (!progress.equals(TermCommitment.Progress.NONE)) {
            object.object(
                    "commitment",
                    out -> out.text("charged", FractionText.of(progress.charged()))
                            .text("billed", FractionText.of(progress.billed()))
                            .text("carried", FractionText.of(progress.carried())));
        }
    }

    private static void writeCharge(Map.Entry<ChargeId, Amount> charge, JsonObject object) {
        Json.amount(
                "amount",
                charge.getValue(),
                object.text("charge", charge.getKey().value()));
    }

    /** A field that may be left out; without what is wrong. */
    static BilledBefore readOptional(JsonFields parent, String name) {
        return parent.optionalObject(name).map(BilledBeforeJson::read).orElse(BilledBefore.nothing());
    }

    private static BilledBefore read(JsonFields fields) {
        BilledBefore before = charges(fields);
        Optional<Amount> prepaid = fields.optionalObject("prepaid").flatMap(BilledBeforeJson::prepaid);
        before = prepaid.map(before::prepaid).orElse(before);
        before = discounts(before, fields);
        Optional<TermCommitment.Progress> progress =
                fields.optionalObject("commitment").flatMap(BilledBeforeJson::progress);
        return progress.map(before::commitment).orElse(before);
    }

    private static BilledBefore charges(JsonFields fields) {
        BilledBefore before = BilledBefore.nothing();
        var known = new HashSet<ChargeId>();
        for (JsonFields charge : fields.optionalObjects("charges")) {
            Optional<ChargeId> id = charge.parsed("charge", ChargeId::of);
            Optional<Amount> amount = BillingHistoryJson.amount("amount", currency(charge), charge);
            id.ifPresent(of -> charge.require(known.add(of), "json.twice", "charge", "must be unique", of.value()));
            if (id.isPresent() && amount.isPresent()) {
                before = before.charge(id.get(), amount.get());
            }
        }
        return before;
    }

    private static Optional<CurrencyUnit> currency(JsonFields fields) {
        return fields.parsed("currency", ContractTermsJson::currency);
    }

    private static Optional<Amount> prepaid(JsonFields fields) {
        Optional<CurrencyUnit> currency = currency(fields);
        return fields.decimal("amount", number -> Require.notNegative(number, "amount"))
                .flatMap(number -> currency.map(unit -> Amount.of(number, unit)));
    }

    private static BilledBefore discounts(BilledBefore made, JsonFields fields) {
        BilledBefore before = made;
        var known = new HashSet<String>();
        for (JsonFields discount : fields.optionalObjects("discounts")) {
            Optional<String> id = discount.parsed("discount", text -> Require.id(text, "discount"));
            Optional<Fraction> used = discount.parsed("used", text -> notNegative(text, "used"));
            id.ifPresent(of -> discount.require(known.add(of), "json.twice", "discount", "must be unique", of));
            if (id.isPresent() && used.isPresent()) {
                before = before.discount(id.get(), used.get());
            }
        }
        return before;
    }

    private static Fraction notNegative(String text, String name) {
        Fraction number = FractionText.parse(text, name);
        Require.that(number.signum() >= 0, "number.negative", name, "must not be negative", text);
        return number;
    }

    private static Optional<TermCommitment.Progress> progress(JsonFields fields) {
        Optional<Fraction> charged = fields.parsed("charged", text -> FractionText.parse(text, "charged"));
        Optional<Fraction> billed = fields.parsed("billed", text -> FractionText.parse(text, "billed"));
        Optional<Fraction> carried = fields.parsed("carried", text -> notNegative(text, "carried"));
        return charged.flatMap(
                spent -> billed.flatMap(paid -> carried.map(left -> new TermCommitment.Progress(spent, paid, left))));
    }
}
