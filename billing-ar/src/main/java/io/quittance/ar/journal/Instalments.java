package io.quittance.ar.journal;

import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What instalments take of the shares of their document, in the order in which they are posted: each as much as brings what is taken of
 * a share to its part of the document, rounded half up, and the last share takes the rest, so that the instalments of a document have its
 * shares once. Of 119.00 with 19.00 of tax in halves: 50.00 and 9.50 each.
 */
final class Instalments {
    private final Map<ReceivableId, Taken> documents = new HashMap<>();
    private final Map<ReceivableId, List<Amount>> instalments = new HashMap<>();

    /** What is taken of a document, in all and of each of its shares. */
    private record Taken(Amount whole, List<Amount> shares) {
        Taken with(Amount amount, List<Amount> more) {
            var sums = new ArrayList<Amount>();
            for (int i = 0; i < shares.size(); i++) {
                sums.add(shares.get(i).add(more.get(i)));
            }
            return new Taken(whole.add(amount), sums);
        }
    }

    /**
     * The shares of an instalment; those that were given, if they are its own.
     *
     * @throws IllegalArgumentException if the instalments of the document are more than it
     */
    List<DocumentShare> of(Receivable instalment, List<DocumentShare> shares) {
        String currency = instalment.amount().getCurrency().getCurrencyCode();
        if (shares.stream().anyMatch(share -> !currency.equals(code(share)))) {
            return shares; // and so refused
        }
        Amount zero = Amount.zero(instalment.amount().getCurrency());
        Amount document = shares.stream().map(DocumentShare::amount).reduce(zero, Amount::add);
        if (document.equals(instalment.amount())) {
            return shares;
        }
        Taken before = documents.getOrDefault(
                instalment.item(),
                new Taken(zero, shares.stream().map(share -> zero).toList()));
        Amount taken = before.whole().add(instalment.amount());
        Require.that(
                taken.isLessThanOrEqualTo(document),
                "journal.instalments",
                "shares of " + instalment.id(),
                "must add up to " + instalment.amount() + ", or to no less than the instalments of " + instalment.item()
                        + ", " + taken,
                document);
        var amounts = new ArrayList<Amount>();
        Amount rest = instalment.amount();
        for (int i = 0; i < shares.size(); i++) {
            Amount all = part(shares.get(i).amount(), taken, document);
            Amount share =
                    i == shares.size() - 1 ? rest : all.subtract(before.shares().get(i));
            rest = rest.subtract(share);
            amounts.add(share);
        }
        documents.put(instalment.item(), before.with(instalment.amount(), amounts));
        instalments.put(instalment.id(), amounts);
        var own = new ArrayList<DocumentShare>();
        for (int i = 0; i < shares.size(); i++) {
            own.add(new DocumentShare(shares.get(i).account(), amounts.get(i)));
        }
        return own;
    }

    private static String code(DocumentShare share) {
        return share.amount().getCurrency().getCurrencyCode();
    }

    private static Amount part(Amount share, Amount taken, Amount document) {
        Fraction part = taken.toFraction().dividedBy(document.toFraction());
        return share.times(part, Rounding.toMinorUnit(share.getCurrency()));
    }

    /** An instalment that was posted by mistake gives its shares back. */
    void undone(Receivable instalment) {
        List<Amount> amounts = instalments.remove(instalment.id());
        Taken taken = documents.get(instalment.item());
        if (amounts != null && taken != null) {
            documents.put(
                    instalment.item(),
                    taken.with(
                            instalment.amount().negate(),
                            amounts.stream().map(Amount::negate).toList()));
        }
    }
}
