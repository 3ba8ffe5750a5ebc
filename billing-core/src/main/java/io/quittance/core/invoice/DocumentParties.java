package io.quittance.core.invoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.party.Party;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Between whom a document is.
 *
 * @param seller who sells (BG-4)
 * @param buyer who buys (BG-7)
 * @param paidTo who is paid, if that is not the seller (BG-10); null if it is
 * @param representative who pays the seller's tax (BG-11); null if the seller does
 */
public record DocumentParties(
        Party seller,
        Party buyer,
        @Nullable Party paidTo,
        @Nullable Party representative) implements Serializable {

    /** Checks that the first two are there. */
    public DocumentParties {
        requireNonNull(seller, "seller");
        requireNonNull(buyer, "buyer");
    }

    /** Between two. */
    public static DocumentParties of(Party seller, Party buyer) {
        return new DocumentParties(seller, buyer, null, null);
    }

    /** The same, paid to another than the seller. */
    public DocumentParties payableTo(Party payee) {
        return new DocumentParties(seller, buyer, requireNonNull(payee, "payee"), representative);
    }

    /** The same, the seller's tax paid by a representative. */
    public DocumentParties representedBy(Party taxRepresentative) {
        return new DocumentParties(seller, buyer, paidTo, requireNonNull(taxRepresentative, "taxRepresentative"));
    }

    /** Who is paid, if that is not the seller. */
    public Optional<Party> payee() {
        return Optional.ofNullable(paidTo);
    }

    /** Who pays the seller's tax, if another does. */
    public Optional<Party> taxRepresentative() {
        return Optional.ofNullable(representative);
    }
}
