package io.quittance.ar.matching;

import static java.util.Objects.requireNonNull;

import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose money a bank transaction is and what it is for (ar.md 4.6), as a pure function of the transaction and what is open.
 * Evidence names items and payers, the amount chooses among what they name or owe, and what they add up to is a {@link Confidence}.
 * A candidate that is surer than all others, and sure enough, is the match; what is ambiguous is never guessed.
 *
 * <pre>{@code
 * PaymentMatcher matcher = PaymentMatcher.standard().fitting(WithinTolerance.exact().upTo(limit), new ExactSubset());
 * OpenBook book = OpenBook.of(items, payers);
 * matcher.match(transaction, book).payment(); // names what it is for, or is empty
 * }</pre>
 *
 * <p>It can be serialised if the host's evidence can.
 */
public final class PaymentMatcher implements Serializable {
    /** The candidates of a match, at most; the surest are kept. */
    public static final int MOST = 100;

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // serialisable if the host's are
    private final List<Evidence> evidence;

    @SuppressWarnings("serial") // serialisable if the host's are
    private final List<AmountFit> fits;

    private final Confidence least;

    private PaymentMatcher(List<Evidence> evidence, List<AmountFit> fits, Confidence least) {
        this.evidence = List.copyOf(Require.notEmpty(evidence, "evidence"));
        this.fits = List.copyOf(Require.notEmpty(fits, "fits"));
        this.least = requireNonNull(least, "least");
    }

    /**
     * By structured reference, numbers of at least five characters, account and name; amounts to the cent, of one item, of all, or of the
     * only four at most that add up to it; applied from {@link Confidence#HIGH} on.
     */
    public static PaymentMatcher standard() {
        return of(new ReferenceEvidence(), new NumberEvidence(), new AccountEvidence(), new NameEvidence());
    }

    /** As {@link #standard}, by evidence of your choice. */
    public static PaymentMatcher of(Evidence... evidence) {
        return new PaymentMatcher(
                List.of(evidence), List.of(WithinTolerance.exact(), new ExactSubset()), Confidence.HIGH);
    }

    /** The same with one more piece of evidence. */
    public PaymentMatcher with(Evidence more) {
        var all = new ArrayList<>(evidence);
        all.add(requireNonNull(more, "evidence"));
        return new PaymentMatcher(all, fits, least);
    }

    /**
     * The same with these ways for an amount to fit. All are asked: what two of them find, one an item and the other a set, is
     * ambiguous. Without {@link ExactSubset} no set hides an item.
     */
    public PaymentMatcher fitting(AmountFit... newFits) {
        return new PaymentMatcher(evidence, List.of(newFits), least);
    }

    /** The same, applying matches that are at least so sure. */
    public PaymentMatcher applyingFrom(Confidence newLeast) {
        return new PaymentMatcher(evidence, fits, newLeast);
    }

    /**
     * Matches a transaction.
     *
     * @throws IllegalArgumentException if evidence of the host names an item that the book does not have, or in another currency; or a
     *     way to fit of the host brings in an item that it was not asked about
     */
    public Match match(BankTransaction transaction, OpenBook book) {
        var request = new MatchRequest(transaction, book);
        Map<CustomerId, Dossier> dossiers = new TreeMap<>();
        for (Evidence each : evidence) {
            for (Clue clue : each.look(request)) {
                clue.items().forEach(item -> requirePayable(request, item));
                dossiers.computeIfAbsent(clue.customer(), Dossier::new).add(clue);
            }
        }
        boolean named = dossiers.values().stream().anyMatch(Dossier::namesItems);
        var candidates = new ArrayList<Candidate>();
        dossiers.values().forEach(dossier -> candidates.addAll(dossier.candidates(request, fits, named)));
        if (candidates.isEmpty()) {
            candidates.addAll(byAmount(request));
        }
        return Match.of(candidates.stream().sorted(Candidate.ORDER).limit(MOST).toList(), least);
    }

    private static void requirePayable(MatchRequest request, OpenItem item) {
        Require.that(
                request.isPayable(item),
                "matching.clue",
                "clue.items",
                "must be open items of the book in "
                        + request.transaction().amount().getCurrency().getCurrencyCode(),
                item.id());
    }

    /** Where nothing is named and no payer known: single items that the amount fits, of any customer. */
    private List<Candidate> byAmount(MatchRequest request) {
        Amount money = request.transaction().amount();
        var candidates = new ArrayList<Candidate>();
        for (OpenItem item : request.book().items()) {
            if (request.isPayable(item)) {
                for (FittingItems fit : Dossier.fitting(fits, List.of(item), money)) {
                    List<Explanation> reasons = List.of(fit.why());
                    candidates.add(new Candidate(
                            request.transaction(), item.customer(), fit.items(), Confidence.LOW, reasons));
                }
            }
        }
        return candidates;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PaymentMatcher that
                && evidence.equals(that.evidence)
                && fits.equals(that.fits)
                && least == that.least;
    }

    @Override
    public int hashCode() {
        return Objects.hash(evidence, fits, least);
    }

    @Override
    public String toString() {
        return "matcher by " + evidence + " and " + fits + ", applying from " + least;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new PaymentMatcher(evidence, fits, least);
    }
}
