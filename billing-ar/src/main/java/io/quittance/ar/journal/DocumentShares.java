package io.quittance.ar.journal;

import io.quittance.ar.exchange.BookedAmount;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import java.util.ArrayList;
import java.util.List;

/** The lines of a document's shares: what is booked of each is its share, rounded half up, and the last takes the rest. */
final class DocumentShares {
    private DocumentShares() {}

    /**
     * The lines, each a debit of its share; mirror them for a document that credits its shares.
     *
     * @throws IllegalArgumentException if the shares do not add up to the document
     */
    static List<JournalLine> lines(List<DocumentShare> shares, BookedAmount document, String reference) {
        requireWhole(shares, document.amount(), reference);
        var lines = new ArrayList<JournalLine>();
        Amount rest = document.booked();
        for (int i = 0; i < shares.size(); i++) {
            Amount original = shares.get(i).amount();
            Amount booked = i == shares.size() - 1 ? rest : booked(original, document);
            rest = rest.subtract(booked);
            lines.add(new JournalLine(shares.get(i).account(), booked, original, reference));
        }
        return lines;
    }

    private static Amount booked(Amount share, BookedAmount document) {
        Fraction part = share.toFraction().dividedBy(document.amount().toFraction());
        return document.booked()
                .times(part, Rounding.toMinorUnit(document.booked().getCurrency()));
    }

    private static void requireWhole(List<DocumentShare> shares, Amount document, String reference) {
        Amount sum = Amount.zero(document.getCurrency());
        for (DocumentShare share : Require.notEmpty(shares, "shares")) {
            String given = share.amount().getCurrency().getCurrencyCode();
            if (!given.equals(document.getCurrency().getCurrencyCode())) {
                throw new CurrencyMismatchException(
                        "shares of " + reference, document.getCurrency().getCurrencyCode(), given);
            }
            sum = sum.add(share.amount());
        }
        Require.that(
                sum.isEqualTo(document), "journal.shares", "shares of " + reference, "must add up to " + document, sum);
    }
}
