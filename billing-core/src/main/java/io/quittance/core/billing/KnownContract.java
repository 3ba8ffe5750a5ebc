package io.quittance.core.billing;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PriceFactor;
import io.quittance.core.contract.PriceIndex;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Fraction;
import io.quittance.core.pricing.Discounts;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.schedule.ZoneHistory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contract as it is known at the instant of a run. */
final class KnownContract {
    private final ContractHistory history;
    private final AsOf asOf;
    private final PriceIndex index;
    private final ServicePeriod term;
    private final LineTaxes taxes;
    private final ZoneHistory zones;
    private final List<ServicePeriod> pauses;
    private @Nullable Map<ChargeId, LocalDate> starts;

    KnownContract(ContractHistory history, AsOf asOf, PriceIndex index, ServicePeriod term, LineTaxes taxes) {
        this.history = history;
        this.asOf = asOf;
        this.index = index;
        this.term = term;
        this.taxes = taxes;
        zones = history.zones(asOf.knownAt())
                .orElseGet(() -> ZoneHistory.of(history.signed().terms().zone()));
        pauses = history.pauses(asOf.knownAt());
    }

    Contract signed() {
        return history.signed();
    }

    CustomerId customer() {
        return history.signed().customer();
    }

    ServicePeriod term() {
        return term;
    }

    ZoneHistory zones() {
        return zones;
    }

    LineTaxes taxes() {
        return taxes;
    }

    PriceIndex index() {
        return index;
    }

    /** Whether a term ends with some days or on one of them: the last one, or one that was renewed. */
    boolean endsTermWithin(ServicePeriod days) {
        return days.end().equals(term.end())
                || signed().renewal().endsWithin(signed().term().end(), days);
    }

    /** The contract with these terms. */
    Contract on(ContractTerms terms) {
        return Contract.of(history.signed().id(), customer(), term, terms);
    }

    List<TermsVersion> versions(ServicePeriod days) {
        return history.versions(days, asOf);
    }

    /** Those of the days on which the service is given, in order. */
    List<ServicePeriod> served(ServicePeriod days) {
        return days.without(pauses);
    }

    /** The first day on which a charge is part of the terms. */
    Map<ChargeId, LocalDate> starts() {
        if (starts == null) {
            Map<ChargeId, LocalDate> first = new HashMap<>();
            for (TermsVersion version : versions(term)) {
                for (Charge charge : version.terms().charges()) {
                    first.putIfAbsent(charge.id(), version.days().start());
                }
            }
            starts = first;
        }
        return starts;
    }

    /** The day on which a charge begins. */
    LocalDate startOf(Charge charge) {
        return charge.beginsOn(starts().getOrDefault(charge.id(), term.start()));
    }

    /** What was agreed for the days of a line that was billed; null if its terms are not known. */
    @Nullable
    Content content(BilledLine line) {
        return history.terms(line.terms())
                .map(terms -> content(terms, line.charge(), line.days().start()))
                .orElse(null);
    }

    /** What some terms agree for a charge on a day. */
    Content content(ContractTerms terms, ChargeId id, LocalDate day) {
        Charge charge = terms.charge(id).orElse(null);
        return charge == null
                ? new Content(null, Fraction.ONE, Discounts.none(), terms.conventions())
                : new Content(charge.asOn(day), factor(charge, day), terms.discounts(), terms.conventions());
    }

    private Fraction factor(Charge charge, LocalDate day) {
        LocalDate start = charge.phases().list().isEmpty() ? day : startOf(charge);
        Fraction phase = day.isBefore(start) ? Fraction.ONE : charge.phases().factorOn(start, day);
        return charge.escalation()
                .map(escalation -> escalation.factorOn(day, index))
                .flatMap(PriceFactor::factor)
                .map(phase::times)
                .orElse(phase);
    }
}
