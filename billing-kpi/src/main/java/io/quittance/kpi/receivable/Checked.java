package io.quittance.kpi.receivable;

import static java.util.Objects.requireNonNull;

import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What every event of this package has to keep. */
final class Checked {
    private Checked() {}

    static void amount(Amount amount) {
        Require.that(
                requireNonNull(amount, "amount").signum() > 0,
                "number.not-positive",
                "amount",
                "must be more than 0",
                amount);
    }

    /** @param reversedOn null while it stands */
    static void reversal(LocalDate day, @Nullable LocalDate reversedOn) {
        if (reversedOn != null) {
            Dates.inCalendar(reversedOn, "reversedOn");
            Require.that(
                    !reversedOn.isBefore(day), "event.order", "reversedOn", "must not be before " + day, reversedOn);
        }
    }
}
