package io.quittance.ar.ledger;

import io.quittance.ar.credit.UnappliedPayment;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.exchange.BookedAmount;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.internal.PersistentMap;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of one customer come to: what is left of each debt and of each payment, day by day. Immutable; {@link Posted}
 * checks an entry against it and makes the next one.
 *
 * @param books the code of the currency in which debts, money and credits are booked; null as long as there are none
 * @param debts what is open of them
 * @param payments payments and credits, and what is left of them
 * @param disputes the cases about debts
 * @param standing what can be reversed, by its entry
 * @param onAccount what is left of all payments and credits in the end
 * @param credits what of that is left of credits
 * @param folded what is only known by its keys and ids
 */
record Balance(
        CurrencyUnit currency,
        @Nullable String books,
        Shelf<ReceivableId, Debt> debts,
        Shelf<PaymentId, Money> payments,
        PersistentMap<DisputeId, Contest> disputes,
        PersistentMap<EntryKey, Effect> standing,
        Amount onAccount,
        Amount credits,
        Folded folded) {

    static Balance empty(CurrencyUnit currency) {
        return new Balance(
                currency,
                null,
                Shelf.empty(),
                Shelf.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                Amount.zero(currency),
                Amount.zero(currency),
                Folded.NOTHING);
    }

    /** What a snapshot has, from its day on. */
    static Balance of(LedgerSnapshot snapshot, CurrencyUnit currency) {
        Balance none = empty(currency);
        Balance next = new Balance(
                currency,
                snapshot.booksCurrencyCode(),
                none.debts,
                none.payments,
                none.disputes,
                none.standing,
                none.onAccount,
                none.credits,
                new Folded(snapshot));
        for (LedgerSnapshot.FoldedItem item : snapshot.items()) {
            next = next.with(Debt.of(item));
        }
        for (LedgerSnapshot.FoldedDispute folded : snapshot.disputes()) {
            Contest contest = Contest.of(folded);
            next = next.with(contest);
            Amount before = Amount.zero(currency);
            for (LedgerSnapshot.Standing standing : folded.contested()) {
                next = next.claimed(contest, standing.from(), standing.amount().subtract(before));
                before = standing.amount();
            }
        }
        for (LedgerSnapshot.FoldedMoney folded : snapshot.money()) {
            Money money = Money.of(folded);
            next = next.with(money, money.unapplied().last());
        }
        return next;
    }

    /** Of what something is open on that day or a later one, by due date. */
    List<LedgerSnapshot.FoldedItem> foldedItems(LocalDate through) {
        var list = new ArrayList<LedgerSnapshot.FoldedItem>();
        for (Debt debt : debts.all()) {
            debt.folded(through).ifPresent(list::add);
        }
        list.sort(LedgerSnapshot.FoldedItem.BY_DUE_DATE);
        return list;
    }

    /** The cases of which something is contested on that day or a later one, by id. */
    List<LedgerSnapshot.FoldedDispute> foldedDisputes(LocalDate through) {
        var list = new ArrayList<LedgerSnapshot.FoldedDispute>();
        for (Contest contest : disputes) {
            contest.folded(through).ifPresent(list::add);
        }
        return list;
    }

    /** Of what something is left on that day or a later one, by date and then id. */
    List<LedgerSnapshot.FoldedMoney> foldedMoney(LocalDate through) {
        var list = new ArrayList<LedgerSnapshot.FoldedMoney>();
        for (Money money : payments.all()) {
            money.folded(through).ifPresent(list::add);
        }
        list.sort(LedgerSnapshot.FoldedMoney.BY_DATE);
        return list;
    }

    /**
     * The next balance.
     *
     * @throws IllegalArgumentException if the entry breaks a law of the ledger
     */
    Balance with(LedgerEntry entry) {
        return entry.fact().match(new Posted(this, entry));
    }

    /** The account after all entries. */
    AccountView view(CustomerId customer) {
        return new AccountView(customer, openItems(), onAccount, credits);
    }

    /** The account at the end of a day. */
    AccountView view(CustomerId customer, LocalDate day) {
        var items = new ArrayList<OpenItem>();
        for (Debt debt : debts.on(day)) {
            items.add(debt.openItem(day));
        }
        items.sort(OpenItem.BY_DUE_DATE);
        Amount left = Amount.zero(currency);
        Amount ofCredits = left;
        for (Money money : payments.on(day)) {
            Amount amount = money.unapplied().at(day);
            left = left.add(amount);
            ofCredits = money.isCredit() ? ofCredits.add(amount) : ofCredits;
        }
        return new AccountView(customer, items, left, ofCredits);
    }

    /** By due date, then document date, then id. */
    List<OpenItem> openItems() {
        var list = new ArrayList<OpenItem>();
        for (Debt debt : debts.left()) {
            list.add(debt.openItem());
        }
        list.sort(OpenItem.BY_DUE_DATE);
        return List.copyOf(list);
    }

    /** What of each debt is open on that day and on every later one, by due date, then document date, then id. */
    List<OpenItem> openFrom(LocalDate day) {
        var list = new ArrayList<OpenItem>();
        for (Debt debt : debts.left()) {
            Amount least = debt.open().leastFrom(day);
            if (least.signum() > 0) {
                list.add(debt.openItem(least));
            }
        }
        list.sort(OpenItem.BY_DUE_DATE);
        return List.copyOf(list);
    }

    /** What of payments and credits is left on that day and on every later one, by date and then id. */
    List<UnappliedPayment> unappliedFrom(LocalDate day) {
        var list = new ArrayList<UnappliedPayment>();
        for (Money money : payments.left()) {
            Amount least = money.unapplied().leastFrom(day);
            if (least.signum() > 0) {
                list.add(new UnappliedPayment(money.payment(), least, money.isCredit()));
            }
        }
        list.sort(UnappliedPayment.BY_DATE);
        return List.copyOf(list);
    }

    /** What of payments and credits was left at the end of a day, by date and then id. */
    List<UnappliedPayment> unappliedOn(LocalDate day) {
        var list = new ArrayList<UnappliedPayment>();
        for (Money money : payments.on(day)) {
            list.add(new UnappliedPayment(money.payment(), money.unapplied().at(day), money.isCredit()));
        }
        list.sort(UnappliedPayment.BY_DATE);
        return List.copyOf(list);
    }

    /** What is left of payments and credits, by date and then id. */
    List<UnappliedPayment> unappliedPayments() {
        var list = new ArrayList<UnappliedPayment>();
        for (Money money : payments.left()) {
            list.add(money.left());
        }
        list.sort(UnappliedPayment.BY_DATE);
        return List.copyOf(list);
    }

    /** What is left of a payment. */
    Amount unapplied(PaymentId payment) {
        return money(payment, "payment").unapplied().last();
    }

    Debt debt(ReceivableId id, String argument) {
        return known(debts.all().get(id), argument, id);
    }

    /** The case, if it stands that it was opened. */
    Contest contest(DisputeId id, String argument) {
        Contest contest = known(disputes.get(id), argument, id);
        Require.that(contest.stands(), "ledger.dispute-undone", argument, "must be one that was not undone", id);
        return contest;
    }

    /** The cases as they were at the end of a day, by id. */
    List<DisputeCase> cases(LocalDate day) {
        var list = new ArrayList<DisputeCase>();
        for (Contest contest : disputes) {
            contest.at(day).ifPresent(list::add);
        }
        return list;
    }

    Money money(PaymentId id, String argument) {
        return known(payments.all().get(id), argument, id);
    }

    private <T> T known(@Nullable T found, String argument, Object id) {
        if (found == null) {
            throw folded.missing(argument, id);
        }
        return found;
    }

    void requireCurrency(Amount amount, String argument) {
        requireCurrency(currency.getCurrencyCode(), amount, argument);
    }

    private static void requireCurrency(String expected, Amount amount, String argument) {
        String actual = amount.getCurrency().getCurrencyCode();
        if (!expected.equals(actual)) {
            throw new CurrencyMismatchException(argument, expected, actual);
        }
    }

    /** The books of a host are in one currency. */
    void requireBooks(Amount booked) {
        if (books != null) {
            requireCurrency(books, booked, "booked");
        }
    }

    /** The same, booked in the currency of that amount, which is the one that there is, if there is one. */
    Balance booked(BookedAmount amount) {
        requireBooks(amount.booked());
        String code = amount.booked().getCurrency().getCurrencyCode();
        return new Balance(currency, code, debts, payments, disputes, standing, onAccount, credits, folded);
    }

    Balance with(EntryKey entry, Receivable receivable) {
        Effect effect = Effect.ofItem(entry, receivable.documentDate(), receivable.id(), receivable.amount());
        return with(Debt.of(receivable)).standing(effect);
    }

    Balance with(EntryKey entry, Payment payment, boolean isCredit) {
        Effect effect = Effect.ofMoney(entry, payment.valueDate(), payment.id(), payment.amount());
        return with(Money.of(entry, payment, isCredit), payment.amount()).standing(effect);
    }

    Balance with(Debt debt) {
        return new Balance(currency, books, debts.with(debt), payments, disputes, standing, onAccount, credits, folded);
    }

    private Balance with(Contest contest) {
        return new Balance(
                currency,
                books,
                debts,
                payments,
                disputes.put(contest.dispute().id(), contest),
                standing,
                onAccount,
                credits,
                folded);
    }

    /** After an entry by which a case contests so much more from its day on. */
    Balance contested(Contest before, LedgerEntry entry, Amount change) {
        LocalDate day = entry.effectiveDate();
        return with(before.with(entry, change))
                .claimed(before, day, change)
                .standing(Effect.ofDispute(entry.key(), day, before.dispute().id(), change));
    }

    /** A debt that was settled before a snapshot is gone; its case may be decided all the same. */
    private Balance claimed(Contest contest, LocalDate day, Amount change) {
        Debt debt = debts.all().get(contest.dispute().receivable());
        return debt == null ? this : with(debt.contested(day, change));
    }

    private Balance with(Money money, Amount more) {
        return new Balance(
                currency,
                books,
                debts,
                payments.with(money),
                disputes,
                standing,
                onAccount.add(more),
                money.isCredit() ? credits.add(more) : credits,
                folded);
    }

    private Balance standing(Effect effect) {
        return standing(standing.put(effect.entry(), effect));
    }

    private Balance notStanding(EntryKey entry) {
        return standing(standing.remove(entry));
    }

    private Balance standing(PersistentMap<EntryKey, Effect> effects) {
        return new Balance(currency, books, debts, payments, disputes, effects, onAccount, credits, folded);
    }

    /** Debts and money after what an entry does, which is known to be possible, and can be reversed. */
    Balance after(Effect effect) {
        return changed(effect, UnaryOperator.identity()).standing(effect);
    }

    /** As {@link #after}, for what is undone too when the payment is returned; what changes nothing stands. */
    Balance settled(Effect effect) {
        return effect.isEmpty()
                ? after(effect)
                : changed(effect, money -> money.with(effect)).standing(effect);
    }

    /** Debts and money after an entry is undone from a day on, which is known to be possible. */
    Balance undone(Effect effect, LocalDate day) {
        Effect undone = effect.undone(day);
        Balance next = changed(undone, money -> money.without(effect, day)).notStanding(effect.entry());
        return undone.claim() == null ? next : next.undone(effect.entry(), day, undone.claim());
    }

    private Balance undone(EntryKey entry, LocalDate day, Effect.Claim claim) {
        Contest before = known(disputes.get(claim.dispute()), "entry", claim.dispute());
        return with(before.without(entry, day, claim.amount())).claimed(before, day, claim.amount());
    }

    private Balance changed(Effect effect, UnaryOperator<Money> also) {
        Balance next = this;
        for (Effect.Change change : effect.items()) {
            next = next.with(debt(next, change).changed(effect.day(), change.amount()));
        }
        if (effect.payment() == null) {
            return next;
        }
        Amount change = Require.present(effect.money(), "money");
        Money money = money(effect.payment(), "payment").changed(effect.day(), change, effect.givenBack());
        return next.with(also.apply(money), change);
    }

    private static Debt debt(Balance now, Effect.Change change) {
        return now.debt(change.item(), "item");
    }

    /** What must be left of a debt from a day on. */
    void requireOpen(Debt debt, Amount amount, LocalDate day, String argument) {
        Amount least = debt.open().leastFrom(day);
        Require.that(
                amount.isLessThanOrEqualTo(least),
                "ledger.law.within-item",
                argument,
                "must be at most " + least + ", which is open of "
                        + debt.receivable().id() + since(debt.open(), least, day),
                amount);
    }

    /** What must be open of a debt and not contested from a day on; nobody agrees to pay later what he contests. */
    void requireUndisputed(Debt debt, Amount amount, LocalDate day, String argument) {
        Amount least = debt.undisputedFrom(day);
        Require.that(
                amount.isLessThanOrEqualTo(least),
                "ledger.law.within-item",
                argument,
                "must be at most " + least + ", which is open of "
                        + debt.receivable().id() + " and not contested on each day from " + day + " on",
                amount);
    }

    /** What a case must contest from a day on, so that it can contest so much less. */
    void requireContested(Contest contest, Amount amount, LocalDate day, String argument) {
        Amount least = contest.contested().leastFrom(day);
        Require.that(
                amount.isLessThanOrEqualTo(least),
                "ledger.law.within-dispute",
                argument,
                "must be at most " + least + ", which is contested by "
                        + contest.dispute().id() + since(contest.contested(), least, day),
                amount);
    }

    /** What must be left of a payment from a day on. */
    void requireUnapplied(Money money, Amount amount, LocalDate day, String argument) {
        Amount least = money.unapplied().leastFrom(day);
        Require.that(
                amount.isLessThanOrEqualTo(least),
                "ledger.law.within-payment",
                argument,
                "must be at most " + least + ", which is left of payment "
                        + money.payment().id() + since(money.unapplied(), least, day),
                amount);
    }

    /** What must have gone back of a payment, and not be owed again, from a day on. */
    void requireGivenBack(Money money, Amount amount, LocalDate day, String argument) {
        Amount least = money.givenBack().leastFrom(day);
        Require.that(
                amount.isLessThanOrEqualTo(least),
                "ledger.law.within-refunds",
                argument,
                "must be at most " + least + ", which was refunded or converted of payment "
                        + money.payment().id() + " and is not owed again" + since(money.givenBack(), least, day),
                amount);
    }

    /** Where more is left in the end, less is on some day from the one that is asked about on. */
    private static String since(Timeline timeline, Amount least, LocalDate day) {
        return timeline.last().equals(least) ? "" : " on each day from " + day + " on";
    }
}
