package io.quittance.core.error;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import javax.money.MonetaryException;

/** Two amounts of different currencies met where one currency was needed; nothing was converted or added. */
public final class CurrencyMismatchException extends MonetaryException implements Refusal {
    private static final long serialVersionUID = 1L;

    private final String argument;
    private final String expected;
    private final String actual;

    /**
     * @param argument the name of the argument whose currency is wrong
     * @param expected the currency code that was needed
     * @param actual the currency code that was given
     */
    public CurrencyMismatchException(String argument, String expected, String actual) {
        super(RefusalText.message(
                "", requireNonNull(argument, "argument"), ruleFor(expected), RefusalText.shortened(actual)));
        this.argument = argument;
        this.expected = expected;
        this.actual = RefusalText.shortened(actual);
    }

    private static String ruleFor(String expected) {
        return "must be in " + requireNonNull(expected, "expected");
    }

    /** The currency code that was needed, for example {@code EUR}. */
    public String expected() {
        return expected;
    }

    /** The currency code that was given, for example {@code USD}. */
    public String actual() {
        return actual;
    }

    @Override
    public String code() {
        return "currency.mismatch";
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public String argument() {
        return argument;
    }

    @Override
    public String rule() {
        return ruleFor(expected);
    }

    @Override
    public Optional<String> value() {
        return Optional.of(actual);
    }
}
