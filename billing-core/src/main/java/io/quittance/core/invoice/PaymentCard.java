package io.quittance.core.invoice;

import io.quittance.core.id.Masked;
import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A card that was used (EN 16931, BG-18); of its number only the end, never the whole (BR-51).
 *
 * @param lastDigits the last 4 to 6 (BT-87)
 * @param holderName (BT-88); null if that is not said
 */
public record PaymentCard(String lastDigits, @Nullable Masked<String> holderName) implements Serializable {
    private static final Pattern END = Pattern.compile("[0-9]{4,6}");

    /** Checks the parts; a number that is refused is not shown. */
    public PaymentCard {
        Require.that(
                END.matcher(lastDigits).matches(),
                "card.digits",
                "lastDigits",
                "must be the last 4 to 6 digits of the card's number (BR-51)",
                null);
        if (holderName != null) {
            Require.hiddenId(holderName.reveal(), "holder");
        }
    }

    /** A card of which only the last digits are known. */
    public static PaymentCard ending(String lastDigits) {
        return new PaymentCard(lastDigits, null);
    }

    /** The same with the holder's name. */
    public PaymentCard heldBy(String name) {
        return new PaymentCard(lastDigits, Masked.of(name));
    }

    /** Whose card it is, if that is said. */
    public Optional<String> holder() {
        return Optional.ofNullable(holderName).map(Masked::reveal);
    }
}
