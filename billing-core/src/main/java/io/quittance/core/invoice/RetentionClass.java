package io.quittance.core.invoice;

import io.quittance.core.internal.Require;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * How long a document must be kept (Directive 2006/112/EC, article 247, leaves it to the states): {@code new RetentionClass("DE
 * invoice", 8, true)} is kept for 8 years from the end of the year of its issue (§ 14b UStG).
 *
 * @param name by which the host knows it
 * @param years how long, 1 to 100
 * @param fromEndOfYear whether the years begin at the end of the calendar year of the issue, not on its day
 */
public record RetentionClass(String name, int years, boolean fromEndOfYear) implements Serializable {
    private static final int MOST_YEARS = 100;

    /** Checks the parts. */
    public RetentionClass {
        Require.id(name, "name");
        Require.that(
                years >= 1 && years <= MOST_YEARS,
                "retention.years",
                "years",
                "must be between 1 and " + MOST_YEARS,
                years);
    }

    /**
     * The last day on which a document must be kept: of one issued on 31 March 2026, 8 years from the end of the year end on 31
     * December 2034, from its day on 31 March 2034.
     */
    public LocalDate lastDay(LocalDate issueDate) {
        LocalDate start = fromEndOfYear ? LocalDate.of(issueDate.getYear(), 12, 31) : issueDate;
        return start.plusYears(years);
    }
}
