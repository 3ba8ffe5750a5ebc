package io.quittance.core.billing;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ChargeKind;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.id.ChargeId;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The charges of one cycle in the terms of some days: what {@link PeriodBilling} bills and {@link ContractDues} lists. */
final class CycleCharges {
    private final CycleKey cycle;
    private final LocalDate start;
    private final List<TermsVersion> versions;

    /**
     * The charges.
     *
     * @param start the first day of the contract
     * @param versions the terms of the days, in order
     */
    CycleCharges(CycleKey cycle, LocalDate start, List<TermsVersion> versions) {
        this.cycle = cycle;
        this.start = start;
        this.versions = versions;
    }

    /** What is done with the days of some terms on which a charge is charged. */
    interface Action {
        void accept(TermsVersion version, Charge charge, ServicePeriod days);
    }

    boolean contains(TermsVersion version, Charge charge) {
        return CycleKey.of(charge, version.terms(), start).equals(cycle);
    }

    /** Whether the cycle is that of the terms themselves. */
    boolean isOwnOf(TermsVersion version) {
        return CycleKey.of(version.terms(), start).equals(cycle);
    }

    /** In the order of the days, and of the charges of the terms. */
    void forEach(Action action) {
        for (TermsVersion version : versions) {
            for (Charge charge : version.terms().charges()) {
                if (contains(version, charge)) {
                    charge.within(version.days()).ifPresent(days -> action.accept(version, charge, days));
                }
            }
        }
    }

    /**
     * The first day on which a charge that recurs is charged.
     *
     * @param inAdvance whether it is billed on that day, by the terms of that day; its later pieces go with the first, so that all
     *     of them are prorated together
     */
    record Begin(LocalDate day, boolean inAdvance) {}

    /** When each charge that recurs begins. */
    Map<ChargeId, Begin> begins() {
        Map<ChargeId, Begin> begins = new HashMap<>();
        forEach((version, charge, days) -> {
            if (charge.kind() == ChargeKind.RECURRING) {
                boolean inAdvance = version.terms().cycleOf(charge).isInAdvance();
                begins.putIfAbsent(charge.id(), new Begin(days.start(), inAdvance));
            }
        });
        return begins;
    }
}
