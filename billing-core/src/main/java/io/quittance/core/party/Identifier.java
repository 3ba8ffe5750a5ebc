package io.quittance.core.party;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An identifier and who gives it, such as a global location number: {@code Identifier.of("4000001000005", "0088")}.
 *
 * @param value 1 to 200 characters
 * @param schemeCode of the list that it is taken from, such as ISO/IEC 6523; null where none is named
 */
public record Identifier(String value, @Nullable String schemeCode) implements Serializable {
    /** Of the code list EAS: the value is an e-mail address. */
    private static final String EMAIL = "EM";

    /** Checks both; what is refused is not shown, since it may be that of a person. */
    public Identifier {
        Require.hiddenId(value, "identifier");
        if (schemeCode != null) {
            Require.id(schemeCode, "schemeCode");
        }
    }

    /** One without a scheme. */
    public static Identifier of(String value) {
        return new Identifier(value, null);
    }

    /** One of a scheme. */
    public static Identifier of(String value, String scheme) {
        return new Identifier(value, scheme);
    }

    /** The list that it is taken from, if one is named. */
    public Optional<String> scheme() {
        return Optional.ofNullable(schemeCode);
    }

    /** The value, behind its scheme if it has one: {@code 0088:4000001000005}; of an e-mail address only the scheme. */
    @Override
    public String toString() {
        return EMAIL.equals(schemeCode) ? EMAIL + ":***" : schemeCode == null ? value : schemeCode + ":" + value;
    }
}
