package io.quittance.ar.matching;

import static io.quittance.ar.Samples.eur;
import static io.quittance.ar.Samples.id;

import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.id.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Open items of 1 March on, transactions of 10 March, and who pays by which account. */
final class Books {
    static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final LocalDate DUE = LocalDate.parse("2026-03-01");

    private Books() {}

    static OpenItem item(String customer, String id, String open, String... references) {
        Receivable receivable = Receivable.of(id(id), CustomerId.of(customer), DUE.minusDays(30), DUE, eur(open));
        return OpenItem.of(Arrays.stream(references).reduce(receivable, Receivable::knownBy, (one, other) -> other));
    }

    static BankTransaction paid(String amount) {
        return BankTransaction.of(PaymentId.of("B-1"), DAY, eur(amount));
    }

    static KnownPayer account(String customer, String account) {
        return new KnownPayer(CustomerId.of(customer), Payer.ofAccount(account));
    }

    static KnownPayer name(String customer, String name) {
        return new KnownPayer(CustomerId.of(customer), Payer.named(name));
    }

    /** A book of items and payers, as they come. */
    static OpenBook book(Object... entries) {
        List<OpenItem> items = new ArrayList<>();
        List<KnownPayer> payers = new ArrayList<>();
        for (Object entry : entries) {
            if (entry instanceof OpenItem item) {
                items.add(item);
            } else {
                payers.add((KnownPayer) entry);
            }
        }
        return OpenBook.of(items, payers);
    }
}
