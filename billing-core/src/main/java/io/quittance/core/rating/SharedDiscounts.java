package io.quittance.core.rating;

import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.id.ChargeId;
import io.quittance.core.money.Apportionment;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.pricing.Conventions;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.DiscountAllocation;
import io.quittance.core.pricing.DiscountSpread;
import io.quittance.core.pricing.Discounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Divides the discounts that terms give on several charges over the lines of a period, each version's over the lines of its
 * days. A charge with several lines bears one share, divided again over its lines.
 */
final class SharedDiscounts {
    private final RatingRequest request;
    private final Rounding rounding;
    private final Map<String, Fraction> usedBefore;
    private final Map<String, Fraction> taken = new TreeMap<>();
    private final List<Share> shares = new ArrayList<>();

    /** What a line bears of a discount; {@code left} is what was left of its charge before. */
    record Share(ChargeLine line, String discount, Fraction left, Fraction amount) {}

    private SharedDiscounts(RatingRequest request, Map<String, Fraction> used) {
        this.request = request;
        rounding = request.contract().terms().lineRounding();
        usedBefore = used;
    }

    /**
     * Divides them.
     *
     * @param used how much of amounts was used up before, also by the charges of this period
     */
    static SharedDiscounts of(RatingRequest request, List<ChargeLine> lines, Map<String, Fraction> used) {
        var shared = new SharedDiscounts(request, used);
        for (TermsVersion version : request.versions()) {
            if (version.terms().discounts().list().isEmpty()) {
                continue;
            }
            shared.divide(
                    version.terms(),
                    lines.stream()
                            .filter(line -> line.terms().equals(version.key()))
                            .toList());
        }
        return shared;
    }

    /** In the order of the versions, their discounts and lines. */
    List<Share> shares() {
        return shares;
    }

    /** What was taken off by each discount that is an amount. */
    Map<String, Fraction> taken() {
        return taken;
    }

    private void divide(ContractTerms terms, List<ChargeLine> lines) {
        Map<ChargeId, List<ChargeLine>> byCharge =
                lines.stream().collect(Collectors.groupingBy(ChargeLine::id, LinkedHashMap::new, Collectors.toList()));
        Discounts discounts = applicable(terms.discounts(), byCharge);
        var amounts = new ArrayList<DiscountAllocation.Line>();
        byCharge.forEach((charge, own) -> {
            Fraction total = own.stream().map(ChargeLine::total).reduce(Fraction.ZERO, Fraction::plus);
            amounts.add(new DiscountAllocation.Line(charge, total.round(rounding, terms.currency())));
        });
        Map<String, Fraction> used = new TreeMap<>(usedBefore);
        taken.forEach((discount, amount) -> used.merge(discount, amount, Fraction::plus));
        DiscountAllocation allocation = DiscountAllocation.of(amounts, discounts, terms.conventions(), used, rounding);
        for (DiscountAllocation.Share share : allocation.shares()) {
            List<ChargeLine> own = byCharge.getOrDefault(share.charge(), List.of());
            divide(share, own, terms.conventions());
            if (isAmount(share.discount(), discounts)) {
                taken.merge(share.discount(), share.amount(), Fraction::plus);
            }
        }
    }

    private static boolean isAmount(String id, Discounts discounts) {
        return discounts.list().stream()
                .anyMatch(discount -> discount.id().equals(id) && discount.kind() == Discount.Kind.AMOUNT);
    }

    /** Those on charges that are there, and amounts only where the terms agree on them for this period. */
    private Discounts applicable(Discounts all, Map<ChargeId, List<ChargeLine>> byCharge) {
        var applicable = new ArrayList<Discount>();
        for (Discount discount : all.list()) {
            if (discount.kind() == Discount.Kind.AMOUNT && !request.hasAgreements()) {
                continue;
            }
            List<ChargeId> present =
                    discount.scope().stream().filter(byCharge::containsKey).toList();
            if (present.size() == discount.scope().size()) {
                applicable.add(discount);
            } else if (!present.isEmpty()) {
                Discount narrowed = discount.kind() == Discount.Kind.AMOUNT
                        ? Discount.amount(discount.id(), discount.value())
                        : Discount.percent(discount.id(), discount.value());
                applicable.add(narrowed.on(present));
            }
        }
        return new Discounts(applicable);
    }

    private void divide(DiscountAllocation.Share share, List<ChargeLine> lines, Conventions conventions) {
        List<ChargeLine> bearing =
                lines.stream().filter(line -> line.total().signum() > 0).toList();
        List<Fraction> weights = bearing.stream().map(ChargeLine::total).toList();
        Fraction sum = weights.stream().reduce(Fraction.ZERO, Fraction::plus);
        List<Fraction> parts = conventions.discountSpread() == DiscountSpread.EXACT
                ? weights.stream()
                        .map(weight -> share.amount().times(weight.dividedBy(sum)))
                        .toList()
                : Apportionment.largestRemainder(rounding.scale()).split(share.amount(), weights);
        for (int i = 0; i < bearing.size(); i++) {
            shares.add(new Share(bearing.get(i), share.discount(), share.left(), parts.get(i)));
        }
    }
}
