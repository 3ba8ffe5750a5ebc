package io.quittance.ar.payment;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who sends money, as the bank or the processor names them: by name, by account, or both. Neither is shown in any text, since it may
 * be that of a person.
 */
public final class Payer implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable String name;
    private final @Nullable String account;

    private Payer(@Nullable String name, @Nullable String account) {
        this.name = Require.optionalHiddenId(name, "name");
        this.account = Require.optionalHiddenId(account, "account");
        Require.that(name != null || account != null, "payer.empty", "payer", "must have a name or an account", null);
    }

    /**
     * One who is known by name.
     *
     * @param name 1 to 200 characters
     */
    public static Payer named(String name) {
        return new Payer(Objects.requireNonNull(name, "name"), null);
    }

    /**
     * One who is known by an account.
     *
     * @param account an IBAN or any other number, as it is written; 1 to 200 characters
     */
    public static Payer ofAccount(String account) {
        return new Payer(null, Objects.requireNonNull(account, "account"));
    }

    /** The same payer with an account. */
    public Payer withAccount(String newAccount) {
        return new Payer(name, Objects.requireNonNull(newAccount, "account"));
    }

    /** The name, if it is known. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** The account as it is written, if it is known. */
    public Optional<String> account() {
        return Optional.ofNullable(account);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Payer that && Objects.equals(name, that.name) && Objects.equals(account, that.account);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, account);
    }

    /** Only what is known: {@code payer by name and account}. */
    @Override
    public String toString() {
        return "payer by " + (name == null ? "account" : account == null ? "name" : "name and account");
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Payer(name, account);
    }
}
