package io.quittance.core.billing;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.id.ChargeId;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.invoice.TaxableSupply;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the lines of a contract are taxed, as the host determines it; without a determination lines have no taxes. */
final class LineTaxes {
    private final Contract signed;
    private final @Nullable TaxDetermination determination;

    LineTaxes(Contract signed, @Nullable TaxDetermination determination) {
        this.signed = signed;
        this.determination = determination;
    }

    boolean isDetermined() {
        return determination != null;
    }

    /**
     * How a charge is taxed for some days.
     *
     * @param agreed null for a line of the terms themselves
     * @throws IllegalArgumentException if the determination refuses to answer, or answers with nothing
     */
    List<TaxTreatment> of(ChargeId charge, @Nullable Charge agreed, ServicePeriod days) {
        if (determination == null) {
            return List.of();
        }
        var supply =
                new TaxableSupply(signed.id(), signed.seller().orElse(null), signed.customer(), charge, agreed, days);
        return supply.taxedBy(determination);
    }

    /** From which day on earlier runs may have known otherwise. */
    Optional<LocalDate> changedFrom() {
        return determination == null ? Optional.empty() : determination.changedFrom(signed.id(), signed.customer());
    }

    /** Whether both are one treatment, whatever the words of its reason; what is not known is no other one. */
    static boolean areSame(List<TaxTreatment> some, List<TaxTreatment> others) {
        return some.isEmpty() || others.isEmpty() || groups(some).equals(groups(others));
    }

    private static Set<TaxTreatment> groups(List<TaxTreatment> taxes) {
        Set<TaxTreatment> groups = new HashSet<>();
        taxes.forEach(tax -> groups.add(tax.withoutReason()));
        return groups;
    }
}
