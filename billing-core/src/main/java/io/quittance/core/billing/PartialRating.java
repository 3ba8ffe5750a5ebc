package io.quittance.core.billing;

import io.quittance.core.contract.ContractTerms;
import io.quittance.core.error.Refusal;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.rating.Rating;
import io.quittance.core.rating.RatingRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rating in which a charge that cannot be rated holds up nothing but itself, and what is agreed for the period as a whole. */
final class PartialRating {
    private final RatingRequest request;
    private final Map<String, Set<ChargeId>> due;
    private final boolean over;
    private final Set<ChargeId> failed = new LinkedHashSet<>();
    private final List<BillingFinding> findings = new ArrayList<>();
    private @Nullable Rating rating;

    private PartialRating(RatingRequest request, Map<String, Set<ChargeId>> due, boolean over) {
        this.request = request;
        this.due = due;
        this.over = over;
    }

    /**
     * Rates what can be rated.
     *
     * @param due the charges that are due of each version of the terms
     * @param over whether the period is over, so that it is rated to its end
     */
    static PartialRating of(RatingRequest request, Map<String, Set<ChargeId>> due, boolean over) {
        var partial = new PartialRating(request, due, over);
        try {
            partial.rating = partial.rated(request, due);
        } catch (RuntimeException e) {
            requireExpected(e);
            partial.rateOthers(e);
        }
        return partial;
    }

    /** What could be rated, if anything could. */
    Optional<Rating> rating() {
        return Optional.ofNullable(rating);
    }

    /** The charges that could not be rated; where nothing could, also the lines of the terms. */
    Set<ChargeId> failed() {
        return failed;
    }

    /** Why not. */
    List<BillingFinding> findings() {
        return findings;
    }

    /** A refusal, or a number beyond the bounds, is a reason not to bill; anything else is an error of the program. */
    private static void requireExpected(RuntimeException e) {
        if (!(e instanceof Refusal || e instanceof ArithmeticException)) {
            throw e;
        }
    }

    private Rating rated(RatingRequest some, Map<String, Set<ChargeId>> charges) {
        RatingRequest now = some.charging(charges);
        return Rating.of(over ? now : now.interim());
    }

    private Rating ratedAlone(Map<String, Set<ChargeId>> charges) {
        return rated(usageOf(request.holdingAgreements(), charges), charges);
    }

    private void rateOthers(RuntimeException reason) {
        Set<ChargeId> ids = new LinkedHashSet<>();
        due.values().forEach(ids::addAll);
        for (ChargeId id : ids) {
            try {
                ratedAlone(among(Set.of(id)));
            } catch (RuntimeException e) {
                requireExpected(e);
                failed.add(id);
                addNotRated("charges[" + id + "]", e);
            }
        }
        RuntimeException shared = reason; // what all of them share, where each alone can be rated
        if (!failed.isEmpty()) {
            Set<ChargeId> others = new HashSet<>(ids);
            others.removeAll(failed);
            try {
                rating = ratedAlone(among(others));
                return;
            } catch (RuntimeException e) {
                requireExpected(e);
                shared = e;
            }
        }
        failed.addAll(ids);
        failed.add(ContractTerms.MINIMUM_LINE); // also where no charge is due, so that the period waits for them
        failed.add(ContractTerms.COMMITMENT_LINE);
        addNotRated("contract", shared);
    }

    /** Those of the charges that are due which are among some. */
    private Map<String, Set<ChargeId>> among(Set<ChargeId> some) {
        Map<String, Set<ChargeId>> among = new LinkedHashMap<>();
        due.forEach((version, charges) -> {
            Set<ChargeId> both = new HashSet<>(charges);
            both.retainAll(some);
            among.put(version, both);
        });
        return among;
    }

    /** The request with the usage that some charges count. */
    private static RatingRequest usageOf(RatingRequest request, Map<String, Set<ChargeId>> charges) {
        return request.usage(request.usage().stream()
                .filter(event -> request.versions().stream()
                        .anyMatch(version -> version.terms().charges().stream()
                                .filter(charge -> charges.getOrDefault(version.key(), Set.of())
                                        .contains(charge.id()))
                                .flatMap(charge -> charge.meters().stream())
                                .anyMatch(meter -> meter.counts(event))))
                .toList());
    }

    private void addNotRated(String path, RuntimeException reason) {
        String text = String.valueOf(reason.getMessage());
        String rule = text.startsWith(path + ": ") ? text.substring(path.length() + 2) : text;
        findings.add(new BillingFinding(
                BillingFinding.Code.NOT_RATED, path, request.service(), Explanation.of("bill.not-rated", "{0}", rule)));
    }
}
