package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.Masked;
import io.quittance.core.internal.CheckDigits;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account to pay to (EN 16931, BG-17). No text shows its number.
 *
 * @param account its number (BT-84)
 * @param accountName in what name it is held (BT-85); null if that is not said
 * @param providerId the bank, by its BIC (BT-86); null if that is not said
 */
public record CreditTransfer(
        Masked<String> account,
        @Nullable Masked<String> accountName,
        @Nullable String providerId) implements Serializable {
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");

    /** Checks the parts. */
    public CreditTransfer {
        Require.hiddenId(requireNonNull(account, "account").reveal(), "account");
        if (accountName != null) {
            Require.hiddenId(accountName.reveal(), "accountName");
        }
        Require.that(
                providerId == null || BIC.matcher(providerId).matches(),
                "account.bic",
                "providerId",
                "must be a BIC of 8 or 11 characters",
                providerId);
    }

    /**
     * To an account with an IBAN, whose check digits are tested; spaces do not count.
     *
     * @throws IllegalArgumentException if it is none; the number is not shown
     */
    public static CreditTransfer toIban(String iban) {
        String plain = requireNonNull(iban, "iban").replace(" ", "");
        if (!IBAN.matcher(plain).matches() || !CheckDigits.isRight(plain)) {
            throw new InvalidArgumentException("account.iban", "iban", "must be an IBAN with right check digits", null);
        }
        return toAccount(plain);
    }

    /** To an account with a number of another kind. */
    public static CreditTransfer toAccount(String number) {
        return new CreditTransfer(Masked.of(requireNonNull(number, "account")), null, null);
    }

    /** The same, held in that name. */
    public CreditTransfer heldBy(String name) {
        return new CreditTransfer(account, Masked.of(requireNonNull(name, "accountName")), providerId);
    }

    /** The same at a bank, by its BIC. */
    public CreditTransfer at(String bic) {
        return new CreditTransfer(account, accountName, requireNonNull(bic, "providerId"));
    }

    /** In what name the account is held, if that is said. */
    public Optional<String> name() {
        return Optional.ofNullable(accountName).map(Masked::reveal);
    }

    /** The bank, if that is said. */
    public Optional<String> provider() {
        return Optional.ofNullable(providerId);
    }
}
