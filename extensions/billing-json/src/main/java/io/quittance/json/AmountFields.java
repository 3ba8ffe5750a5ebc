package io.quittance.json;

import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import java.util.Optional;
import javax.money.CurrencyUnit;

/**
 * Reads amounts of a document whose currency is said once.
 *
 * @param currency empty where that is wrong; then no amount is read, and only what is no number is refused
 */
record AmountFields(Optional<CurrencyUnit> currency) {

    /** The currency of a document, which must have a minor unit. */
    static AmountFields of(JsonFields fields) {
        return new AmountFields(fields.parsed("currency", AmountFields::withMinorUnit));
    }

    private static CurrencyUnit withMinorUnit(String code) {
        CurrencyUnit currency = ContractTermsJson.currency(code);
        Rounding.toMinorUnit(currency); // refuses one without
        return currency;
    }

    /** An amount that must be there, as fine as it is. */
    Optional<Amount> exact(String name, JsonFields fields) {
        return BillingHistoryJson.amount(name, currency, fields);
    }

    /** As {@link #exact}, of one that may be left out. */
    Optional<Amount> optionalExact(String name, JsonFields fields) {
        return fields.optionalDecimal(name, number -> number)
                .flatMap(number -> currency.map(unit -> Amount.of(number, unit)));
    }

    /** An amount that must be there, in whole minor units. */
    Optional<Amount> rounded(String name, JsonFields fields) {
        return exact(name, fields).flatMap(amount -> fields.of(name, () -> MinorUnits.require(amount, name)));
    }

    /** As {@link #rounded}, of one that may be left out. */
    Optional<Amount> optionalRounded(String name, JsonFields fields) {
        return optionalExact(name, fields).flatMap(amount -> fields.of(name, () -> MinorUnits.require(amount, name)));
    }
}
