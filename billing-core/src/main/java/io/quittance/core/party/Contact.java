package io.quittance.core.party;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom to ask (EN 16931, BG-6 and BG-9). No text shows it. */
public final class Contact implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable String name;
    private final @Nullable String telephone;
    private final @Nullable String email;

    private Contact(@Nullable String name, @Nullable String telephone, @Nullable String email) {
        this.name = Require.optionalHiddenId(name, "contact.name");
        this.telephone = Require.optionalHiddenId(telephone, "contact.telephone");
        this.email = Require.optionalHiddenId(email, "contact.email");
        Require.that(
                name != null || telephone != null || email != null,
                "contact.empty",
                "contact",
                "must have a name, a telephone number or an address",
                null);
    }

    /** A person or an office, by name. */
    public static Contact of(String name) {
        return new Contact(requireNonNull(name, "name"), null, null);
    }

    /** The same with a telephone number. */
    public Contact withTelephone(String number) {
        return new Contact(name, requireNonNull(number, "telephone"), email);
    }

    /** The same with an address for electronic mail. */
    public Contact withEmail(String address) {
        return new Contact(name, telephone, requireNonNull(address, "email"));
    }

    /** The person or office (BT-41, BT-56). */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** The telephone number (BT-42, BT-57). */
    public Optional<String> telephone() {
        return Optional.ofNullable(telephone);
    }

    /** The address for electronic mail (BT-43, BT-58). */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Contact that
                && Objects.equals(name, that.name)
                && Objects.equals(telephone, that.telephone)
                && Objects.equals(email, that.email);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, telephone, email);
    }

    /** Always {@code contact ***}. */
    @Override
    public String toString() {
        return "contact ***";
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new Contact(name, telephone, email);
    }
}
