package io.quittance.bank.internal;

import io.quittance.bank.BankFinding.Code;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads the amounts of a statement, and the numbers that it states of its entries. */
public final class AmountReader {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]*)?|\\.[0-9]+");
    private static final String NO_CURRENCY = "XXX";

    private final Findings findings;

    /** Most amounts of a statement are in one, and to look it up takes longer than all else. */
    private @Nullable CurrencyUnit lastCurrency;

    AmountReader(Findings findings) {
        this.findings = findings;
    }

    /** An amount of zero or more with a point; null if it is none, which is reported. In XXX if the currency is unknown. */
    @Nullable
    Amount amount(@Nullable String written, @Nullable String code, String field, int at) {
        String text = written == null ? "" : written.strip();
        if (!NUMBER.matcher(text).matches()) {
            findings.report(Code.UNREADABLE_FIELD, field, at, text, null);
            return null;
        }
        try {
            return Amount.of(new BigDecimal(text), currency(code, field, at));
        } catch (InvalidArgumentException e) { // more digits than any amount has
            findings.report(Code.UNREADABLE_FIELD, field, at, text, null);
            return null;
        }
    }

    private CurrencyUnit currency(@Nullable String code, String field, int at) {
        CurrencyUnit last = lastCurrency;
        if (last != null && last.getCurrencyCode().equals(code)) {
            return last;
        }
        try {
            if (code != null) {
                CurrencyUnit found = Currencies.of(code, field);
                lastCurrency = found;
                return found;
            }
        } catch (InvalidArgumentException e) {
            // reported below; the entry is read on
        }
        findings.report(Code.UNKNOWN_CURRENCY, field, at, code, null);
        return Currencies.of(NO_CURRENCY, field);
    }

    /** Whether a provider of currencies knows that code. */
    public static boolean isCurrency(String code) {
        try {
            Currencies.of(code, "currency");
            return true;
        } catch (InvalidArgumentException e) {
            return false;
        }
    }

    /** The currency of an amount; null if the file does not say it. */
    static @Nullable String known(Amount amount) {
        String code = amount.getCurrency().getCurrencyCode();
        return code.equals(NO_CURRENCY) ? null : code;
    }

    /** A number that a file states of its entries; null if it states none, or not a number of ours. */
    public static @Nullable BigDecimal plain(@Nullable String written) {
        if (written == null || !NUMBER.matcher(written.strip()).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(written.strip());
        return Require.isWithin(number, Require.MAX_SCALE, Require.MAX_PRECISION) ? number : null;
    }

    /** How many there are, as a file states it; null if it states no number of at most 15 digits. */
    public static @Nullable Long count(@Nullable String written) {
        return written == null || !written.strip().matches("[0-9]{1,15}") ? null : Long.valueOf(written.strip());
    }
}
