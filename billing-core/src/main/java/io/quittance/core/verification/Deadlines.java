package io.quittance.core.verification;

import io.quittance.core.billing.BillingCalendar;
import io.quittance.core.billing.CalendarEntry;
import io.quittance.core.billing.DueCharge;
import io.quittance.core.billing.IssueTarget;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.id.ChargeId;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By when each charge of a contract should be invoiced, for all that may be billed by a day. */
final class Deadlines {
    private final Map<ChargeId, List<Deadline>> byCharge = new HashMap<>();

    private Deadlines() {}

    /** Those of a target; none without one. */
    static Deadlines of(ContractHistory contract, AsOf asOf, @Nullable IssueTarget target) {
        var deadlines = new Deadlines();
        LocalDate start = contract.signed().term().start();
        if (target == null || asOf.date().isBefore(start)) {
            return deadlines;
        }
        var window = new ServicePeriod(start, asOf.date().plusDays(1));
        for (CalendarEntry entry : BillingCalendar.of(List.of(contract), window, asOf.knownAt(), target)
                .entries()) {
            for (DueCharge due : entry.charges()) {
                deadlines
                        .byCharge
                        .computeIfAbsent(due.charge(), id -> new ArrayList<>())
                        .add(new Deadline(due.days(), entry.target()));
            }
        }
        return deadlines;
    }

    /** Those of the charge of a cell on its days. */
    List<Deadline> of(Cell cell) {
        return cell.charge().stream()
                .flatMap(charge -> byCharge.getOrDefault(charge, List.of()).stream())
                .filter(deadline -> cell.has(deadline.days()))
                .toList();
    }
}
