package io.quittance.core.rating;

import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.PriceFactor;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Cuts what is charged in a period where something changes: the terms, a price, or whether the contract is served. */
final class ChargePieces {
    private final RatingRequest request;
    private final Map<ChargeId, List<ChargePiece>> pieces = new LinkedHashMap<>();

    private ChargePieces(RatingRequest request) {
        this.request = request;
    }

    /**
     * The pieces of each charge, in the order of time; the charges in the order of the last terms, then those that earlier
     * terms had. A charge that is not due has none.
     */
    static Collection<List<ChargePiece>> of(RatingRequest request) {
        var cut = new ChargePieces(request);
        ContractTerms last = request.contract().terms();
        last.charges().forEach(charge -> cut.pieces.put(charge.id(), new ArrayList<>()));
        for (TermsVersion version : request.versions()) {
            for (Charge charge : version.terms().charges()) {
                if (request.isCharged(version, charge.id())) {
                    cut.add(version, charge);
                }
            }
        }
        cut.pieces.values().removeIf(List::isEmpty);
        return cut.pieces.values();
    }

    private void add(TermsVersion version, Charge charge) {
        ServicePeriod days = version.days()
                .intersection(request.service())
                .flatMap(charge::within)
                .orElse(null);
        if (days == null) {
            return;
        }
        switch (charge.kind()) {
            case ONE_OFF -> addOnce(version, charge, days);
            case RECURRING ->
                request.served().stream()
                        .flatMap(served -> served.intersection(days).stream())
                        .forEach(served -> addCut(version, charge, served));
            default -> addCut(version, charge, days);
        }
    }

    private void addOnce(TermsVersion version, Charge charge, ServicePeriod days) {
        LocalDate due = charge.date().orElseGet(() -> request.startOf(charge));
        if (days.contains(due)) {
            add(piece(version, charge, new ServicePeriod(due, due.plusDays(1))));
        }
    }

    private void addCut(TermsVersion version, Charge charge, ServicePeriod days) {
        LocalDate from = days.start();
        for (LocalDate cut : cuts(charge, days)) {
            add(piece(version, charge, new ServicePeriod(from, cut)));
            from = cut;
        }
        add(piece(version, charge, new ServicePeriod(from, days.end())));
    }

    private ChargePiece piece(TermsVersion version, Charge charge, ServicePeriod days) {
        LocalDate day = days.start();
        Fraction phase = charge.phases().list().isEmpty()
                ? Fraction.ONE
                : charge.phases().factorOn(request.startOf(charge), day);
        return new ChargePiece(charge.asOn(day), version, days, phase, escalation(charge, day));
    }

    private PriceFactor.@Nullable Known escalation(Charge charge, LocalDate day) {
        PriceFactor factor = charge.escalation()
                .map(escalation -> escalation.factorOn(day, request.index()))
                .orElse(null);
        return factor == null ? null : factor.match(known -> known, missing -> refuse(charge, missing));
    }

    private static PriceFactor.Known refuse(Charge charge, PriceFactor.Missing missing) {
        throw new InvalidArgumentException(
                        "price.index",
                        "index",
                        "must have been published: " + missing.index() + " of " + missing.month(),
                        "no value")
                .at("charges[" + charge.id() + "]");
    }

    /** The days within, after the first, from which on the price is another. */
    private SortedSet<LocalDate> cuts(Charge charge, ServicePeriod days) {
        var cuts = new TreeSet<>(charge.laterModels().keySet());
        if (!charge.phases().list().isEmpty()) {
            cuts.addAll(charge.phases().boundaries(request.startOf(charge)));
        }
        charge.escalation().ifPresent(escalation -> cuts.addAll(escalation.boundariesWithin(days)));
        return cuts.subSet(days.start().plusDays(1), days.end());
    }

    private void add(ChargePiece piece) {
        List<ChargePiece> before = pieces.computeIfAbsent(piece.charge().id(), id -> new ArrayList<>());
        int last = before.size() - 1;
        if (last >= 0 && before.get(last).continuesIn(piece)) {
            before.set(last, before.get(last).with(piece));
        } else {
            before.add(piece);
        }
    }
}
