package io.quittance.core.billing;

import io.quittance.core.contract.Charge;
import io.quittance.core.id.ChargeId;
import io.quittance.core.schedule.ServicePeriod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects charges with the days for which they are due; days that meet are one period. */
final class DueCharges {
    private final Map<ChargeId, List<ServicePeriod>> charges = new LinkedHashMap<>();

    void add(Charge charge, ServicePeriod days) {
        add(charge.id(), days);
    }

    /** Days after those that were added of the charge before. */
    void add(ChargeId charge, ServicePeriod days) {
        List<ServicePeriod> before = charges.computeIfAbsent(charge, id -> new ArrayList<>());
        int last = before.size() - 1;
        if (last >= 0 && before.get(last).end().equals(days.start())) {
            before.set(last, new ServicePeriod(before.get(last).start(), days.end()));
        } else {
            before.add(days);
        }
    }

    void addAll(DueCharges more) {
        more.charges.forEach((charge, all) -> all.forEach(days -> add(charge, days)));
    }

    List<DueCharge> list() {
        return charges.entrySet().stream()
                .flatMap(charge -> charge.getValue().stream().map(days -> new DueCharge(charge.getKey(), days)))
                .toList();
    }
}
