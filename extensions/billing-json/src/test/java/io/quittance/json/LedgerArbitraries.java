package io.quittance.json;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.credit.Credit;
import io.quittance.ar.dispute.Dispute;
import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.dispute.DisputeReason;
import io.quittance.ar.dispute.DisputeSource;
import io.quittance.ar.dispute.DisputeStage;
import io.quittance.ar.dispute.Resolution;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.DisputeResolved;
import io.quittance.ar.ledger.DisputeStaged;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentConverted;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.payment.Payer;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.payment.PaymentMethod;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.ar.settlement.AdjustmentLimit;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.TolerancePolicy;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ActorId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.id.Origin;
import io.quittance.core.id.StructuredReference;
import io.quittance.core.money.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Entries of every kind, with and without what may be left out, and histories that a ledger takes. */
final class LedgerArbitraries {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private LedgerArbitraries() {}

    /** Single entries, which no ledger need take. */
    static Arbitrary<LedgerEntry> entries() {
        return Arbitraries.randomValue(random -> new Maker(random).entry()).dontShrink();
    }

    /** Up to twelve debts and payments of two customers, settlements of what is open, and their reversals: what a ledger takes. */
    static Arbitrary<List<LedgerEntry>> histories() {
        return Arbitraries.randomValue(random -> new Maker(random).history()).dontShrink();
    }

    private static final class Maker {
        private final Random random;
        private final String currency;
        private int made;

        Maker(Random random) {
            this.random = random;
            this.currency = random.nextInt(4) == 0 ? "JPY" : random.nextInt(4) == 0 ? "KWD" : "EUR";
        }

        LedgerEntry entry() {
            return entry(fact());
        }

        private LedgerEntry entry(LedgerFact fact) {
            Instant at = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant().plusNanos(++made * 1_000_003L);
            LedgerEntry entry = LedgerEntry.of("K-" + made, fact, at);
            entry = oneIn(3) ? entry.by(Origin.of("clerk \"" + made + "\"")) : entry;
            return oneIn(3) ? entry.approvedBy(ActorId.of("Prüfer")) : entry;
        }

        private boolean oneIn(int count) {
            return random.nextInt(count) == 0;
        }

        private LocalDate day() {
            return FIRST.plusDays(random.nextInt(400));
        }

        private Amount money() {
            long minor = oneIn(10) ? Long.MAX_VALUE - random.nextInt(3) : 1 + random.nextInt(100_000);
            return Amount.ofMinor(minor, Monetary.getCurrency(currency));
        }

        private Amount foreign() {
            return Amount.ofMinor(1 + random.nextInt(100_000), Monetary.getCurrency("USD"));
        }

        private CustomerId customer() {
            return CustomerId.of(oneIn(2) ? "A" : "Ä–1");
        }

        private ReceivableId item() {
            return ReceivableId.of("R/" + random.nextInt(9));
        }

        private PaymentId payment() {
            return PaymentId.of("P " + random.nextInt(9));
        }

        private <E> E one(E[] of) {
            return of[random.nextInt(of.length)];
        }

        private LedgerFact fact() {
            CustomerId customer = customer();
            return switch (one(FactKind.values())) {
                case RECEIVABLE_POSTED ->
                    oneIn(2)
                            ? new ReceivablePosted(receivable(customer))
                            : ReceivablePosted.of(receivable(customer), foreign());
                case CREDIT_POSTED ->
                    oneIn(2) ? new CreditPosted(credit(customer)) : CreditPosted.of(credit(customer), foreign());
                case PAYMENT_RECEIVED ->
                    oneIn(2)
                            ? new PaymentReceived(payment(customer, money()))
                            : PaymentReceived.of(payment(customer, money()), foreign());
                case PAYMENT_ALLOCATED -> new PaymentAllocated(settlement(customer), day());
                case PAYMENT_REFUNDED -> PaymentRefunded.of(customer, payment(), money(), day());
                case PAYMENT_CONVERTED -> converted(customer);
                case PAYMENT_RETURNED -> returned(customer);
                case RECEIVABLE_WRITTEN_OFF ->
                    ReceivableWrittenOff.of(
                            customer, item(), money(), one(ReceivableWrittenOff.Reason.values()), day());
                case ENTRY_REVERSED -> new EntryReversed(customer, EntryKey.of("K-" + random.nextInt(9)), day());
                case DISPUTE_OPENED -> new DisputeOpened(customer, dispute(item(), money()), day());
                case DISPUTE_STAGED -> new DisputeStaged(customer, disputeId(), stage(), day());
                case DISPUTE_RESOLVED -> new DisputeResolved(customer, disputeId(), resolution(), day());
                case DEBT_RESCHEDULED -> rescheduled(customer);
            };
        }

        private DisputeId disputeId() {
            return DisputeId.of("D/" + random.nextInt(9));
        }

        private Dispute dispute(ReceivableId item, Amount amount) {
            DisputeReason reason = one(DisputeReason.values());
            var source = new DisputeSource(one(DisputeSource.Kind.values()), "Brief „4“");
            Dispute dispute = Dispute.of(disputeId(), item, amount, reason, source);
            return oneIn(2) ? dispute : dispute.ownedBy(ActorId.of("Prüfer"));
        }

        private DisputeStage stage() {
            DisputeStage stage = DisputeStage.of("in \"review\"");
            stage = oneIn(2) ? stage : stage.ownedBy(ActorId.of("Prüfer"));
            return oneIn(2) ? stage : stage.noted("note 7");
        }

        private Resolution resolution() {
            return switch (random.nextInt(4)) {
                case 0 -> Resolution.rejected();
                case 1 -> Resolution.withdrawn();
                case 2 -> Resolution.accepted(money());
                default -> Resolution.accepted(money()).leavingRest();
            };
        }

        /** One debt in up to three, at times with interest. */
        private LedgerFact rescheduled(CustomerId customer) {
            LocalDate day = day();
            var owed = new ArrayList<Receivable>();
            Amount sum = Amount.zero(Monetary.getCurrency(currency));
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                Amount amount = Amount.ofMinor(1 + random.nextInt(100_000), sum.getCurrency());
                Receivable debt = Receivable.of(
                        ReceivableId.of("L–" + i),
                        customer,
                        day.minusDays(i),
                        day.plusDays(random.nextInt(90)),
                        amount);
                owed.add(
                        oneIn(2)
                                ? debt
                                : debt.withType(one(ReceivableType.values())).knownBy("PO 7"));
                sum = sum.add(amount);
            }
            var charges = new ArrayList<ReceivablePosted>();
            if (oneIn(2)) {
                Receivable interest = Receivable.of(ReceivableId.of("L–I"), customer, day, day.plusDays(9), money())
                        .withType(ReceivableType.INTEREST)
                        .partOf(owed.get(0));
                charges.add(oneIn(2) ? new ReceivablePosted(interest) : ReceivablePosted.of(interest, foreign()));
            }
            Explanation why = Explanation.of("test.plan", "{0} in {1}", sum, owed.size());
            return new DebtRescheduled(
                    customer, List.of(new DebtRescheduled.Moved(item(), sum)), owed, charges, why, day);
        }

        private LedgerFact converted(CustomerId customer) {
            PaymentConverted converted = PaymentConverted.of(customer, payment(), money(), foreign(), day());
            return oneIn(2) ? converted : converted.bookedAt(money());
        }

        /** All of a payment, or a part, of which something may have been refunded before. */
        private LedgerFact returned(CustomerId customer) {
            PaymentReturned.Reason reason = one(PaymentReturned.Reason.values());
            LocalDate day = day();
            if (oneIn(3)) {
                return new PaymentReturned(customer, payment(), reason, day);
            }
            Amount amount = money();
            PaymentReturned part = PaymentReturned.ofPart(customer, payment(), amount, reason, day);
            Receivable debt = Receivable.of(item(), customer, day, day.plusDays(random.nextInt(90)), amount);
            return switch (random.nextInt(3)) {
                case 0 -> part;
                case 1 -> part.owing(new ReceivablePosted(debt));
                default -> part.owing(ReceivablePosted.of(debt, foreign()));
            };
        }

        private Receivable receivable(CustomerId customer) {
            LocalDate date = day();
            Receivable debt = Receivable.of(item(), customer, date, date.plusDays(random.nextInt(90)), money());
            debt = oneIn(3) ? debt.withType(one(ReceivableType.values())) : debt;
            debt = oneIn(3) ? debt.partOf(item(), day()) : debt;
            debt = oneIn(3) ? debt.knownBy("PO 7").knownBy("RF18539007547034") : debt;
            return debt;
        }

        private Credit credit(CustomerId customer) {
            Credit credit = Credit.of(payment(), customer, day(), money());
            return oneIn(2) ? credit.crediting(ReceivableId.of("R-1")).crediting(ReceivableId.of("R-2")) : credit;
        }

        private Payment payment(CustomerId customer, Amount amount) {
            Payment payment = Payment.of(payment(), customer, day(), amount);
            payment = oneIn(3) ? payment.naming(item()) : payment;
            payment = oneIn(3) ? payment.naming(Remittance.of(item(), money())) : payment;
            payment = oneIn(3) ? payment.by(one(PaymentMethod.values())) : payment;
            payment = oneIn(3) ? payment.from(payer()) : payment;
            payment = oneIn(3)
                    ? payment.referring(StructuredReference.of(one(StructuredReference.Scheme.values()), "1234567"))
                    : payment;
            payment = oneIn(3) ? payment.saying("für\tR-1\r\nand \uD83D\uDE00") : payment;
            return oneIn(3) ? payment.prepaying("PO 7") : payment;
        }

        private Payer payer() {
            Payer named = Payer.named("Müller & Söhne");
            return oneIn(3) ? named : oneIn(2) ? Payer.ofAccount("CH93") : named.withAccount("CH93");
        }

        /** By a strategy and a policy, which may leave a rest, close it, or move it to a new item. */
        private Settlement settlement(CustomerId customer) {
            var items = new ArrayList<OpenItem>();
            for (int i = 0; i < random.nextInt(4); i++) {
                LocalDate date = day();
                items.add(OpenItem.of(
                        Receivable.of(ReceivableId.of("R/" + i), customer, date, date.plusDays(400), money())));
            }
            Payment payment = oneIn(3) ? credit(customer).asPayment() : payment(customer, money());
            AllocationRequest request = AllocationRequest.of(payment, items);
            return Settlement.of(request, new AsRemitted().then(new OldestDueFirst()), policy());
        }

        private SettlementPolicy policy() {
            SettlementPolicy policy = SettlementPolicy.MONEY_ONLY.shortPay(
                    switch (random.nextInt(4)) {
                        case 0 -> ShortPay.newItem(LocalDate.of(2028, 1, 1), "/D", "short");
                        case 1 -> ShortPay.writeOff();
                        case 2 -> ShortPay.discount();
                        default -> ShortPay.keepOpen();
                    });
            return oneIn(2) ? policy : policy.tolerance(TolerancePolicy.pooled(AdjustmentLimit.percent("30")));
        }

        List<LedgerEntry> history() {
            var entries = new ArrayList<LedgerEntry>();
            int count = random.nextInt(4);
            for (CustomerId customer : List.of(CustomerId.of("A"), CustomerId.of("Ä–1"))) {
                var items = new ArrayList<OpenItem>();
                for (int i = 0; i < count; i++) {
                    Receivable debt = Receivable.of(
                            ReceivableId.of(customer + "/" + i), customer, FIRST, FIRST.plusDays(i), money());
                    items.add(OpenItem.of(debt));
                    entries.add(entry(new ReceivablePosted(debt)));
                }
                if (count > 0) {
                    Receivable debt = items.get(0).receivable();
                    Dispute dispute = dispute(debt.id(), debt.amount());
                    entries.add(entry(new DisputeOpened(customer, dispute, FIRST)));
                    if (oneIn(2)) {
                        entries.add(entry(new DisputeStaged(customer, dispute.id(), stage(), FIRST.plusDays(2))));
                        Resolution resolution = oneIn(2) ? Resolution.rejected() : Resolution.accepted(debt.amount());
                        entries.add(entry(new DisputeResolved(customer, dispute.id(), resolution, FIRST.plusDays(3))));
                    }
                }
                Payment payment =
                        Payment.of(PaymentId.of("P " + customer), customer, FIRST.plusDays(random.nextInt(9)), money());
                entries.add(entry(new PaymentReceived(payment)));
                Allocation allocation = Allocation.of(payment, items, new OldestDueFirst());
                LedgerEntry settled = entry(new PaymentAllocated(
                        oneIn(2)
                                ? Settlement.of(AllocationRequest.of(payment, items), new OldestDueFirst(), policy())
                                : Settlement.of(allocation),
                        payment.valueDate()));
                entries.add(settled);
                if (oneIn(3)) {
                    entries.add(entry(new EntryReversed(customer, settled.key(), settled.effectiveDate())));
                }
                if (oneIn(3)) {
                    entries.add(entry(new PaymentReturned(
                            customer, payment.id(), one(PaymentReturned.Reason.values()), day().plusDays(9))));
                }
            }
            return entries;
        }
    }
}
