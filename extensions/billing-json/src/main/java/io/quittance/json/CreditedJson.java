package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.Correction;
import io.quittance.core.invoice.CorrectionReason;
import io.quittance.core.invoice.Credited;
import io.quittance.core.invoice.CreditedLine;
import io.quittance.core.invoice.PrecedingInvoice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.tax.TaxSubtotal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a document corrects and why, and what of an invoice a credit note gives back. */
final class CreditedJson {
    private CreditedJson() {}

    /** {@code {"reason": "contract-change", "words": "one too many"}}; empty where it is wrong. */
    static Optional<Correction> correction(JsonFields fields) {
        Optional<CorrectionReason> reason = fields.parsed("reason", CreditedJson::reason);
        Optional<String> words = fields.optionalParsed("words", text -> Require.text(text, "words"));
        return reason.map(why -> new Correction(why, words.orElse(null)));
    }

    private static CorrectionReason reason(String text) {
        return Arrays.stream(CorrectionReason.values())
                .filter(reason -> word(reason).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidArgumentException(
                        "json.choice",
                        "reason",
                        "must be one of "
                                + Arrays.stream(CorrectionReason.values())
                                        .map(CreditedJson::word)
                                        .toList(),
                        text));
    }

    private static String word(CorrectionReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * {@code {"invoice": {"number": "R-3"}, "lines": [{"index": 0, "share": "1/3", "quantity": "1"}]}}; empty where it is wrong.
     *
     * @param taxes those of the note
     * @param inTaxCurrency its tax in the second currency, if there is one
     */
    static Optional<Credited> read(
            JsonFields fields, AmountFields amounts, List<TaxSubtotal> taxes, Optional<Amount> inTaxCurrency) {
        Optional<PrecedingInvoice> invoice = ReferencesJson.preceding(fields.object("invoice"));
        var lines = new ArrayList<CreditedLine>();
        fields.objects("lines").forEach(line -> line(line).ifPresent(lines::add));
        var parts = new ArrayList<Integer>();
        fields.optionalObjects("allowanceCharges")
                .forEach(part -> part.wholeNumber("index", CreditedJson::index).ifPresent(parts::add));
        List<Amount> nets =
                fields.optionalParsedTexts("netAmounts", text -> Require.decimal(text, "netAmounts")).stream()
                        .flatMap(number -> amounts.currency().map(unit -> Amount.of(number, unit)).stream())
                        .toList();
        return invoice.flatMap(
                of -> fields.attempt(() -> new Credited(of, lines, parts, nets, taxes, inTaxCurrency.orElse(null))));
    }

    private static Optional<CreditedLine> line(JsonFields fields) {
        Optional<Integer> index = fields.wholeNumber("index", CreditedJson::index);
        Optional<Fraction> share = fields.parsed("share", CreditedJson::share);
        Optional<BigDecimal> quantity = fields.decimal("quantity", number -> number);
        return index.flatMap(at -> share.flatMap(of -> quantity.map(back -> new CreditedLine(at, of, back))));
    }

    private static int index(int number) {
        Require.that(number >= 0, "credit.index", "index", "must not be negative", number);
        return number;
    }

    private static Fraction share(String text) {
        Fraction share = FractionText.parse(text, "share");
        return new CreditedLine(0, share, BigDecimal.ZERO).share();
    }
}
