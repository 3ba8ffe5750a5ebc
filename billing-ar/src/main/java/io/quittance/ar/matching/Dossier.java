package io.quittance.ar.matching;

import io.quittance.ar.matching.ConfidenceMatrix.Fit;
import io.quittance.ar.matching.ConfidenceMatrix.Party;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All clues to one customer, and the candidates that they make. */
final class Dossier {
    private final CustomerId customer;
    private final List<Clue> clues = new ArrayList<>();

    Dossier(CustomerId customer) {
        this.customer = customer;
    }

    void add(Clue clue) {
        clues.add(clue);
    }

    boolean namesItems() {
        return clues.stream().anyMatch(clue -> !clue.items().isEmpty());
    }

    /**
     * What the money may be for.
     *
     * @param named whether items are named, here or of another customer: what is written counts before who pays
     */
    List<Candidate> candidates(MatchRequest request, List<AmountFit> fits, boolean named) {
        return namesItems() ? ofNamed(request, fits) : ofPayer(request, fits, named);
    }

    private List<Candidate> ofNamed(MatchRequest request, List<AmountFit> fits) {
        List<OpenItem> items = named();
        Amount money = request.transaction().amount();
        List<FittingItems> fitting = fitting(fits, items, money);
        var candidates = new ArrayList<Candidate>();
        for (FittingItems set : fitting) {
            candidates.add(candidate(request, set.items(), confidence(fitting), set.why()));
        }
        if (fitting.isEmpty()) {
            for (List<OpenItem> set : meant()) {
                Amount open = set.stream().map(OpenItem::open).reduce(Amount.zero(money.getCurrency()), Amount::add);
                Confidence confidence = isReferred(set)
                        ? ConfidenceMatrix.referred(money.isGreaterThan(open))
                        : ConfidenceMatrix.named(party(), set.size() > 1, Fit.NONE);
                candidates.add(candidate(request, set, confidence, other(open)));
            }
        }
        return candidates;
    }

    private List<Candidate> ofPayer(MatchRequest request, List<AmountFit> fits, boolean named) {
        List<OpenItem> items = request.book().itemsOf(customer).stream()
                .filter(request::isPayable)
                .toList();
        List<FittingItems> fitting = fitting(fits, items, request.transaction().amount());
        Confidence confidence = ConfidenceMatrix.unnamed(party(), Fit.of(fitting.size()));
        Confidence capped = named ? Confidence.LOW : confidence;
        if (fitting.isEmpty()) {
            Explanation why = Explanation.of("matching.amount.none", "the amount fits nothing that is open");
            return List.of(candidate(request, List.of(), capped, why));
        }
        return fitting.stream()
                .map(set -> candidate(request, set.items(), capped, set.why()))
                .toList();
    }

    /** How sure the ways are in which the amount fits what is named: with several, all are as sure as the least of them. */
    private Confidence confidence(List<FittingItems> fitting) {
        if (fitting.size() == 1 && isReferred(fitting.get(0).items())) {
            return ConfidenceMatrix.referred(false);
        }
        boolean several = fitting.stream().allMatch(set -> set.items().size() > 1);
        return ConfidenceMatrix.named(party(), several, Fit.of(fitting.size()));
    }

    /** All ways in which the amount fits, each set of items once: what one way to fit finds does not hide what another one does. */
    static List<FittingItems> fitting(List<AmountFit> fits, List<OpenItem> items, Amount money) {
        Set<OpenItem> asked = Set.copyOf(items);
        var sets = new LinkedHashMap<List<OpenItem>, FittingItems>();
        for (AmountFit fit : fits) {
            List<FittingItems> fitting = fit.fit(items, money);
            requireAsked(fitting, asked);
            fitting.forEach(set -> sets.putIfAbsent(set.items(), set));
        }
        return List.copyOf(sets.values());
    }

    /** A way to fit of the host's own must not bring in what is not open. */
    private static void requireAsked(List<FittingItems> fitting, Set<OpenItem> asked) {
        for (FittingItems set : fitting) {
            for (OpenItem item : set.items()) {
                Require.that(
                        asked.contains(item),
                        "matching.fit",
                        "fit.items",
                        "must be among the items that were asked about",
                        item.id());
            }
        }
    }

    /** The items that are named for sure, once with each of those of which it is not said which is meant. */
    private List<List<OpenItem>> meant() {
        List<OpenItem> sure = items(Clue::isOfOne);
        List<OpenItem> doubtful =
                named().stream().filter(item -> !sure.contains(item)).toList();
        return doubtful.isEmpty()
                ? List.of(sure)
                : doubtful.stream().map(item -> sorted(sure, item)).toList();
    }

    /** The items that are named: an order beside one of its invoices names no other one. */
    private List<OpenItem> named() {
        List<OpenItem> sure = items(Clue::isOfOne);
        return items(clue -> clue.items().stream().noneMatch(sure::contains) || clue.isOfOne());
    }

    private static List<OpenItem> sorted(List<OpenItem> sure, OpenItem more) {
        var items = new TreeSet<>(OpenItem.BY_DUE_DATE);
        items.addAll(sure);
        items.add(more);
        return List.copyOf(items);
    }

    /** The items of some of the clues, each once, by due date. */
    private List<OpenItem> items(Predicate<Clue> which) {
        return clues.stream()
                .filter(which)
                .flatMap(clue -> clue.items().stream())
                .collect(Collectors.toCollection(() -> new TreeSet<>(OpenItem.BY_DUE_DATE)))
                .stream()
                .toList();
    }

    private boolean isReferred(List<OpenItem> items) {
        Set<OpenItem> referred = Set.copyOf(items(clue -> clue.kind() == Clue.Kind.REFERENCE && clue.isOfOne()));
        return referred.containsAll(items);
    }

    /** A structured reference of several items is that of the customer, who is known by it. */
    private Party party() {
        if (clues.stream().anyMatch(clue -> clue.kind() == Clue.Kind.ACCOUNT || clue.kind() == Clue.Kind.REFERENCE)) {
            return Party.FULLY;
        }
        return clues.stream().anyMatch(clue -> clue.kind() == Clue.Kind.NAME) ? Party.PARTLY : Party.NONE;
    }

    private Candidate candidate(MatchRequest request, List<OpenItem> items, Confidence confidence, Explanation fit) {
        var reasons = new ArrayList<Explanation>();
        for (Clue clue : clues) {
            if (clue.items().isEmpty() || clue.items().stream().anyMatch(items::contains)) {
                reasons.add(clue.why());
            }
        }
        reasons.add(fit);
        return new Candidate(request.transaction(), customer, items, confidence, reasons);
    }

    private static Explanation other(Amount open) {
        return Explanation.of("matching.amount.other", "{0} are open, another amount than paid", open);
    }
}
