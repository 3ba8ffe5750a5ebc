package io.quittance.core.money;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryException;

/**
 * The currency of a code that comes in as text. A code is three capital letters from A to Z, as in ISO 4217, and a provider of JSR-354
 * knows it: EUR, and a currency that the host has registered as QTX. Nothing else is asked of a provider, which may take a code for a
 * pattern: {@code EU.} is refused, and is not EUR.
 *
 * <p>A {@link CurrencyUnit} that is given as a value may have any code. It is not found again by a code of another form, so that what
 * has it can neither be read from JSON nor from a serial form.
 */
public final class Currencies {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private Currencies() {}

    /**
     * The currency of a code; looked up each time.
     *
     * @param argument what the code is called where it comes in
     * @throws IllegalArgumentException if it is not three capital letters, or no provider knows it
     */
    public static CurrencyUnit of(String code, String argument) {
        if (!CODE.matcher(requireNonNull(code, argument)).matches()) {
            throw new InvalidArgumentException(
                    "currency.code", argument, "must be a currency code of three capital letters", code);
        }
        try {
            return Monetary.getCurrency(code);
        } catch (MonetaryException e) {
            throw new InvalidArgumentException("currency.unknown", argument, "must be a known currency code", code)
                    .causedBy(e);
        }
    }
}
