package io.quittance.core.error;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import javax.money.MonetaryException;
import org.jspecify.annotations.Nullable;

/** Two amounts of different currencies met where one currency was needed; nothing was converted or added. */
public final class CurrencyMismatchException extends MonetaryException implements Refusal {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String argument;
    private final String expected;
    private final String actual;

    /**
     * @param argument the name of the argument whose currency is wrong
     * @param expected the currency code that was needed
     * @param actual the currency code that was given
     */
    public CurrencyMismatchException(String argument, String expected, String actual) {
        this("", argument, expected, RefusalText.shortened(actual), null);
    }

    private CurrencyMismatchException(
            String path, String argument, String expected, String actual, @Nullable Throwable cause) {
        super(RefusalText.message(path, requireNonNull(argument, "argument"), ruleFor(expected), actual), cause);
        this.path = path;
        this.argument = argument;
        this.expected = expected;
        this.actual = actual;
    }

    /** The same refusal of an argument that stands at {@code parent} in a larger input; paths add up from the outside. */
    public CurrencyMismatchException at(String parent) {
        requireNonNull(parent, "parent");
        return new CurrencyMismatchException(
                path.isEmpty() ? parent : parent + "." + path, argument, expected, actual, this);
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
        return path;
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
