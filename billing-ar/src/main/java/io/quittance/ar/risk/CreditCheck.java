package io.quittance.ar.risk;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether more may be owed: by the limit of all, and by those of categories.
 *
 * @param total against the limit of all
 * @param categories against the limits of categories, by name
 */
public record CreditCheck(LimitCheck total, List<LimitCheck> categories) implements Serializable {
    /** Copies the checks. */
    public CreditCheck {
        requireNonNull(total, "total");
        categories = List.copyOf(categories);
    }

    /** Whether one of the limits is exceeded. */
    public boolean isExceeded() {
        return !exceeded().isEmpty();
    }

    /** The limits that are exceeded, that of all first; each says why. */
    public List<LimitCheck> exceeded() {
        return Stream.concat(Stream.of(total), categories.stream())
                .filter(LimitCheck::isExceeded)
                .toList();
    }
}
