package io.quittance.ar.ledger;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Settlement;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The balance after one more entry, or the law that it breaks. */
final class Posted implements LedgerFact.Cases<Balance> {
    private final Balance before;
    private final LedgerEntry entry;
    private final EntryKey key;

    Posted(Balance before, LedgerEntry entry) {
        this.before = before;
        this.entry = entry;
        this.key = entry.key();
    }

    @Override
    public Balance posted(ReceivablePosted fact) {
        Receivable receivable = fact.receivable();
        before.requireCurrency(receivable.amount(), "receivable.amount");
        requireNew(before, receivable, "receivable.id");
        return before.booked(fact.bookedAmount()).with(key, receivable);
    }

    @Override
    public Balance received(PaymentReceived fact) {
        Payment payment = fact.payment();
        before.requireCurrency(payment.amount(), "payment.amount");
        requireNew(payment.id(), "payment.id");
        return before.booked(fact.bookedAmount()).with(key, payment, false);
    }

    @Override
    public Balance credited(CreditPosted fact) {
        Payment payment = fact.credit().asPayment();
        before.requireCurrency(payment.amount(), "credit.amount");
        requireNew(payment.id(), "credit.id");
        return before.booked(fact.bookedAmount()).with(key, payment, true);
    }

    private void requireNew(PaymentId id, String argument) {
        Require.that(before.payments().all().get(id) == null, "ledger.payment-twice", argument, "must be new", id);
        before.folded().requireNewId(id, argument);
    }

    @Override
    public Balance allocated(PaymentAllocated fact) {
        LocalDate day = fact.effectiveDate();
        Settlement settlement = fact.settlement();
        Money money = before.money(fact.allocation().payment(), "allocation.payment");
        requireNotBefore(day, money.payment().valueDate(), "the value date");
        before.requireCurrency(settlement.applied(), "allocation");
        requireSame(money, fact.allocation().source());
        before.requireUnapplied(money, settlement.applied().add(settlement.income()), day, "allocation");
        Map<ReceivableId, Amount> closed = settlement.closed();
        List<AllocationLine> lines = fact.allocation().lines();
        for (int i = 0; i < lines.size(); i++) {
            requireClosable(closed, lines.get(i).item(), day, "allocation.lines[" + i + "]");
        }
        List<Adjustment> adjustments = settlement.adjustments();
        for (int i = 0; i < adjustments.size(); i++) {
            String at = "adjustments[" + i + "]";
            adjustments.get(i).closes().ifPresent(item -> requireClosable(closed, item, day, at));
        }
        return withNewItems(settlement, day).settled(Effect.of(key, fact));
    }

    /** Discounts hang on the day, and on whether it is money; what is said of a payment may differ. */
    private static void requireSame(Money money, Payment made) {
        Payment there = money.payment();
        requireSame(there.valueDate(), made.valueDate(), "valueDate", there);
        requireSame(there.amount(), made.amount(), "amount", there);
        requireSame(money.isCredit() || there.isCredit(), made.isCredit(), "isCredit", there);
    }

    private static void requireSame(Object posted, Object made, String argument, Payment payment) {
        Require.that(
                made.equals(posted),
                "ledger.payment-differs",
                "allocation.payment." + argument,
                "must be " + posted + ", as payment " + payment.id() + " was posted",
                made);
    }

    /** Money and adjustments of a debt together are at most what is open of it. */
    private void requireClosable(Map<ReceivableId, Amount> closed, ReceivableId item, LocalDate day, String at) {
        Debt debt = before.debt(item, at + ".item");
        requireNotBefore(day, debt.receivable().documentDate(), "the document date of " + item);
        before.requireOpen(debt, closed.getOrDefault(item, Amount.zero(before.currency())), day, at + ".amount");
    }

    /** The balance with the debts that owe what is moved, of which nothing is open until the entry says so. */
    private Balance withNewItems(Settlement settlement, LocalDate day) {
        Balance next = before;
        for (int i = 0; i < settlement.newItems().size(); i++) {
            Receivable added = settlement.newItems().get(i).receivable();
            requireNotBefore(day, added.documentDate(), "the document date of " + added.id());
            requireNew(next, added, "newItems[" + i + "].receivable.id");
            next = next.with(Debt.none(added));
        }
        return next;
    }

    private static void requireNew(Balance balance, Receivable receivable, String argument) {
        Require.that(
                balance.debts().all().get(receivable.id()) == null,
                "ledger.receivable-twice",
                argument,
                "must be new",
                receivable.id());
        balance.folded().requireNewId(receivable.id(), argument);
    }

    @Override
    public Balance refunded(PaymentRefunded fact) {
        return spent(fact.payment(), fact.amount(), fact.effectiveDate());
    }

    @Override
    public Balance converted(PaymentConverted fact) {
        if (fact.booked() != null) {
            before.requireBooks(fact.booked());
        }
        return spent(fact.payment(), fact.amount(), fact.effectiveDate());
    }

    private Balance spent(PaymentId payment, Amount amount, LocalDate day) {
        Money money = before.money(payment, "payment");
        before.requireCurrency(amount, "amount");
        requireNotBefore(day, money.payment().valueDate(), "the value date");
        before.requireUnapplied(money, amount, day, "amount");
        return before.after(Effect.ofRefund(key, day, payment, amount));
    }

    @Override
    public Balance writtenOff(ReceivableWrittenOff fact) {
        Debt debt = before.debt(fact.item(), "item");
        before.requireCurrency(fact.amount(), "amount");
        requireNotBefore(fact.effectiveDate(), debt.receivable().documentDate(), "the document date of " + fact.item());
        before.requireOpen(debt, fact.amount(), fact.effectiveDate(), "amount");
        return before.after(Effect.ofItem(
                key, fact.effectiveDate(), fact.item(), fact.amount().negate()));
    }

    @Override
    public Balance reversed(EntryReversed fact) {
        Effect effect = before.standing().get(fact.entry());
        if (effect == null) {
            before.folded().requireNewKey(fact.entry(), "entry");
            throw new InvalidArgumentException(
                    "ledger.reversal", "entry", "must be one that stands and can be reversed", fact.entry());
        }
        LocalDate day = fact.effectiveDate();
        requireNotBefore(day, effect.day(), "the day of " + fact.entry());
        requireTakeable(effect, day, "entry");
        if (effect.payment() != null) { // what it took counts below zero: that can be given back at any time
            Money money = before.money(effect.payment(), "entry");
            before.requireUnapplied(money, Require.present(effect.money(), "money"), day, "entry");
            if (effect.givenBack() != null) {
                before.requireGivenBack(money, effect.givenBack(), day, "entry");
            }
        }
        return before.undone(effect, day);
    }

    /** What an entry added to debts, or to what is contested, must be there to be taken away again. */
    private void requireTakeable(Effect effect, LocalDate day, String argument) {
        Effect.Claim claim = effect.claim();
        if (claim != null && claim.amount().signum() > 0) {
            before.requireContested(before.contest(claim.dispute(), argument), claim.amount(), day, argument);
        }
        for (Effect.Change change : effect.items()) {
            before.requireOpen(before.debt(change.item(), argument), change.amount(), day, argument);
        }
    }

    @Override
    public Balance returned(PaymentReturned fact) {
        Money money = requireReturnable(before, fact);
        Optional<Amount> taken = fact.taken();
        if (taken.isPresent()) {
            return returned(fact, money, taken.get());
        }
        LocalDate day = fact.effectiveDate();
        EntryKey receivedBy = Require.present(money.receivedBy(), "receivedBy");
        if (money.undone() != null) { // until then, debts were settled with a payment that would have been gone
            requireNotBefore(day, money.undone(), "the day on which what was settled with it was undone");
        }
        Balance next = before;
        for (Effect settled : money.settled()) {
            requireNotBefore(day, settled.day(), "what was settled with it");
            next = next.undone(settled, day);
        }
        for (Effect settled :
                money.settled()) { // all of it is undone: it may have paid what it moved to a new debt itself
            requireNothingOwed(next, settled, day, fact.payment());
        }
        Amount all = money.payment().amount();
        next.requireUnapplied(next.money(fact.payment(), "payment"), all, day, "payment.amount");
        return next.undone(Effect.ofMoney(receivedBy, day, fact.payment(), all), day);
    }

    /** A debt that a settlement made must not be paid with other money, else less than nothing would be open of it. */
    private static void requireNothingOwed(Balance undone, Effect settled, LocalDate day, PaymentId payment) {
        for (Effect.Change change : settled.items()) {
            Amount least = undone.debt(change.item(), "payment").open().leastFrom(day);
            Require.that(
                    least.signum() >= 0,
                    "ledger.law.within-item",
                    "payment",
                    "must not be returned while other money settles " + least.negate() + " of " + change.item()
                            + ", which it made; undo that first",
                    payment);
        }
    }

    /** The money that is returned; all that must hold of its return, but that as much is left on account. */
    static Money requireReturnable(Balance before, PaymentReturned fact) {
        Money money = before.money(fact.payment(), "payment");
        Require.that(
                !money.isCredit(),
                "ledger.credit-returned",
                "payment",
                "must be money that arrived, not a credit",
                fact.payment());
        if (money.receivedBy() == null) {
            throw before.folded().folded("payment", fact.payment());
        }
        LocalDate day = fact.effectiveDate();
        requireNotBefore(day, money.payment().valueDate(), "the value date");
        if (fact.amount() != null) {
            before.requireCurrency(fact.amount(), "amount");
        }
        ReceivablePosted owed = fact.owed();
        if (owed != null) {
            requireNew(before, owed.receivable(), "owed.receivable.id");
            before.requireGivenBack(money, owed.receivable().amount(), day, "owed.receivable.amount");
            before.requireBooks(owed.bookedAmount().booked());
        }
        return money;
    }

    /** What is left on account goes to the bank; what went back to the customer before goes there too, and is owed. */
    private Balance returned(PaymentReturned fact, Money money, Amount taken) {
        LocalDate day = fact.effectiveDate();
        before.requireUnapplied(money, taken, day, "amount");
        Balance next = before;
        ReceivablePosted owed = fact.owed();
        if (owed != null) {
            next = before.booked(owed.bookedAmount()).with(Debt.none(owed.receivable()));
        }
        return next.settled(Effect.of(key, fact, taken));
    }

    @Override
    public Balance disputeOpened(DisputeOpened fact) {
        Dispute dispute = fact.dispute();
        before.requireCurrency(dispute.amount(), "dispute.amount");
        Require.that(
                before.disputes().get(dispute.id()) == null,
                "ledger.dispute-twice",
                "dispute.id",
                "must be new",
                dispute.id());
        before.folded().requireNewId(dispute.id(), "dispute.id");
        Amount most = before.debt(dispute.receivable(), "dispute.receivable").contestable(fact.effectiveDate());
        Require.that(
                dispute.amount().isLessThanOrEqualTo(most),
                "ledger.law.within-item",
                "dispute.amount",
                "must be at most " + most + ", which is open of " + dispute.receivable() + " on " + fact.effectiveDate()
                        + " and not contested by another case",
                dispute.amount());
        return before.contested(Contest.none(dispute), entry, dispute.amount());
    }

    @Override
    public Balance disputeStaged(DisputeStaged fact) {
        Contest contest = before.contest(fact.dispute(), "dispute");
        requireNotBefore(fact.effectiveDate(), contest.openedOn(), "the day the dispute was opened");
        return before.contested(contest, entry, Amount.zero(before.currency()));
    }

    @Override
    public Balance disputeResolved(DisputeResolved fact) {
        Contest contest = before.contest(fact.dispute(), "dispute");
        LocalDate day = fact.effectiveDate();
        requireNotBefore(day, contest.openedOn(), "the day the dispute was opened");
        Amount left = contest.contested().last();
        Require.that(
                left.signum() > 0, "ledger.dispute-decided", "dispute", "must not be decided already", fact.dispute());
        Resolution resolution = fact.resolution();
        resolution.accepted().ifPresent(accepted -> {
            before.requireCurrency(accepted, "resolution.amount");
            Require.that(
                    resolution.leavesRest() ? accepted.isLessThan(left) : accepted.isLessThanOrEqualTo(left),
                    "ledger.law.within-dispute",
                    "resolution.amount",
                    (resolution.leavesRest() ? "must be less than " : "must be at most ") + left
                            + ", which is contested by " + fact.dispute(),
                    accepted);
        });
        Amount decided = resolution.leavesRest() ? resolution.accepted().orElse(left) : left;
        before.requireContested(contest, decided, day, "resolution.amount");
        return before.contested(contest, entry, decided.negate());
    }

    @Override
    public Balance rescheduled(DebtRescheduled fact) {
        LocalDate day = fact.effectiveDate();
        before.requireCurrency(fact.amount(), "moved");
        for (int i = 0; i < fact.moved().size(); i++) {
            DebtRescheduled.Moved moved = fact.moved().get(i);
            String at = "moved[" + i + "].";
            Debt debt = before.debt(moved.item(), at + "item");
            requireNotBefore(day, debt.receivable().documentDate(), "the document date of " + moved.item());
            before.requireOpen(debt, moved.amount(), day, at + "amount");
            before.requireUndisputed(debt, moved.amount(), day, at + "amount");
        }
        requireSameTypes(fact);
        Balance next = before;
        for (int i = 0; i < fact.owed().size(); i++) {
            requireNew(next, fact.owed().get(i), "owed[" + i + "].id");
            next = next.with(Debt.none(fact.owed().get(i)));
        }
        for (int i = 0; i < fact.charges().size(); i++) {
            ReceivablePosted charge = fact.charges().get(i);
            requireNew(next, charge.receivable(), "charges[" + i + "].receivable.id");
            next = next.booked(charge.bookedAmount()).with(Debt.none(charge.receivable()));
        }
        return next.after(Effect.of(key, fact));
    }

    /** A fee stays a fee: of each type as much is owed as is moved. */
    private void requireSameTypes(DebtRescheduled fact) {
        var was = new EnumMap<ReceivableType, Amount>(ReceivableType.class);
        for (DebtRescheduled.Moved moved : fact.moved()) {
            was.merge(before.debt(moved.item(), "moved").receivable().type(), moved.amount(), Amount::add);
        }
        var owed = new EnumMap<ReceivableType, Amount>(ReceivableType.class);
        for (Receivable debt : fact.owed()) {
            owed.merge(debt.type(), debt.amount(), Amount::add);
        }
        Amount none = Amount.zero(before.currency());
        for (ReceivableType type : ReceivableType.values()) {
            Amount moved = was.getOrDefault(type, none);
            Amount given = owed.getOrDefault(type, none);
            Require.that(
                    given.equals(moved),
                    "ledger.law.type-kept",
                    "owed",
                    "must have " + moved + " of " + type + ", as is moved",
                    given);
        }
    }

    private static void requireNotBefore(LocalDate day, LocalDate earliest, String name) {
        Require.that(
                !day.isBefore(earliest),
                "ledger.effective-date",
                "effectiveDate",
                "must not be before " + name + ", " + earliest,
                day);
    }
}
