package io.quittance.kpi.ledger;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.ledger.CreditPosted;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.DisputeOpened;
import io.quittance.ar.ledger.EntryKey;
import io.quittance.ar.ledger.EntryReversed;
import io.quittance.ar.ledger.Ledger;
import io.quittance.ar.ledger.LedgerEntry;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.LedgerStep;
import io.quittance.ar.ledger.PaymentAllocated;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.ar.ledger.PaymentRefunded;
import io.quittance.ar.ledger.PaymentReturned;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.ledger.ReceivableWrittenOff;
import io.quittance.ar.receivable.Receivable;
import io.quittance.core.schedule.AsOf;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.receivable.AccountPart;
import io.quittance.kpi.receivable.ContestedInvoice;
import io.quittance.kpi.receivable.InvoicePart;
import io.quittance.kpi.receivable.MoneyOnAccount;
import io.quittance.kpi.receivable.OwedInvoice;
import io.quittance.kpi.receivable.ReceivableBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.money.MonetaryAmount;

/** The entries of a ledger of {@link Books} as a host would give them that has no ledger. */
final class BookOfLedger {
    private final List<OwedInvoice> invoices = new ArrayList<>();
    private final List<InvoicePart> parts = new ArrayList<>();
    private final List<MoneyOnAccount> money = new ArrayList<>();
    private final List<AccountPart> accountParts = new ArrayList<>();
    private final List<ContestedInvoice> contested = new ArrayList<>();
    private final Set<String> credits = new HashSet<>();
    private final Map<EntryKey, List<Runnable>> reversals = new HashMap<>();
    private LocalDate reversedOn = LocalDate.MIN;
    private Instant recordedAt = Instant.MIN;

    private BookOfLedger() {}

    static ReceivableBook of(Ledger ledger) {
        var book = new BookOfLedger();
        for (CustomerLedger customer : ledger.customers()) {
            for (LedgerStep step : customer.steps(AsOf.endOf("9999-12-31"))) {
                book.add(step);
            }
        }
        return ReceivableBook.of("USD", EventLog.of(book.invoices), EventLog.of(book.parts))
                .withMoney(EventLog.of(book.money), EventLog.of(book.accountParts))
                .withContested(EventLog.of(book.contested));
    }

    /** Without cases that were opened by mistake, which a host takes out whatever the day. */
    static List<LedgerEntry> withoutMistakenCases(List<LedgerEntry> entries) {
        var opened = new HashSet<EntryKey>();
        var gone = new HashSet<EntryKey>();
        for (LedgerEntry entry : entries) {
            if (entry.fact() instanceof DisputeOpened) {
                opened.add(entry.key());
            } else if (entry.fact() instanceof EntryReversed reversed && opened.contains(reversed.entry())) {
                gone.add(entry.key());
                gone.add(reversed.entry());
            }
        }
        return entries.stream().filter(entry -> !gone.contains(entry.key())).toList();
    }

    private void add(LedgerStep step) {
        recordedAt = step.entry().recordedAt();
        add(step.entry().key(), step.entry().fact());
        for (LedgerEntry undone : step.undone()) {
            reversedOn = step.entry().effectiveDate();
            reversals.getOrDefault(undone.key(), List.of()).forEach(Runnable::run);
        }
    }

    private void add(EntryKey key, LedgerFact fact) {
        if (fact instanceof ReceivablePosted posted) {
            add(key, invoice(posted.receivable()));
        } else if (fact instanceof PaymentReceived received) {
            var one = received.payment();
            add(
                    key,
                    MoneyOnAccount.of(
                            MoneyOnAccount.Kind.PAYMENT,
                            one.id().value(),
                            one.customer().value(),
                            one.valueDate(),
                            one.amount(),
                            recordedAt));
        } else if (fact instanceof CreditPosted posted) {
            var one = posted.credit().asPayment();
            credits.add(one.id().value());
            add(
                    key,
                    MoneyOnAccount.of(
                            MoneyOnAccount.Kind.CREDIT_NOTE,
                            one.id().value(),
                            one.customer().value(),
                            one.valueDate(),
                            one.amount(),
                            recordedAt));
        } else if (fact instanceof PaymentAllocated allocated) {
            String account = allocated.allocation().payment().value();
            InvoicePart.Kind kind = credits.contains(account) ? InvoicePart.Kind.CREDIT_NOTE : InvoicePart.Kind.PAYMENT;
            for (AllocationLine line : allocated.allocation().lines()) {
                add(
                        key,
                        part(kind, key, line.item().value(), allocated.effectiveDate(), line.amount())
                                .from(account));
            }
        } else if (fact instanceof PaymentRefunded refunded) {
            add(
                    key,
                    AccountPart.of(
                            AccountPart.Kind.REFUND,
                            key.value(),
                            refunded.payment().value(),
                            refunded.effectiveDate(),
                            refunded.amount(),
                            recordedAt));
        } else if (fact instanceof PaymentReturned returned) {
            returned.taken()
                    .ifPresent(taken -> add(
                            key,
                            AccountPart.of(
                                    AccountPart.Kind.RETURN,
                                    key.value(),
                                    returned.payment().value(),
                                    returned.effectiveDate(),
                                    taken,
                                    recordedAt)));
        } else {
            addOther(key, fact);
        }
    }

    private void addOther(EntryKey key, LedgerFact fact) {
        if (fact instanceof ReceivableWrittenOff writtenOff) {
            add(
                    key,
                    part(
                            InvoicePart.Kind.WRITE_OFF,
                            key,
                            writtenOff.item().value(),
                            writtenOff.effectiveDate(),
                            writtenOff.amount()));
        } else if (fact instanceof DisputeOpened opened) {
            contested.add(ContestedInvoice.of(
                    opened.dispute().id().value(),
                    opened.dispute().receivable().value(),
                    opened.effectiveDate(),
                    opened.dispute().amount(),
                    recordedAt));
        } else if (fact instanceof DebtRescheduled rescheduled) {
            rescheduled
                    .moved()
                    .forEach(moved -> add(
                            key,
                            part(
                                    InvoicePart.Kind.MOVED,
                                    key,
                                    moved.item().value(),
                                    rescheduled.effectiveDate(),
                                    moved.amount())));
            rescheduled.owed().forEach(debt -> add(key, invoice(debt).inPlaceOfOthers()));
        } else if (!(fact instanceof EntryReversed)) {
            throw new IllegalArgumentException("what a host gives for " + fact);
        }
    }

    private OwedInvoice invoice(Receivable one) {
        return OwedInvoice.of(
                one.id().value(), one.customer().value(), one.documentDate(), one.dueDate(), one.amount(), recordedAt);
    }

    private InvoicePart part(
            InvoicePart.Kind kind, EntryKey key, String invoice, LocalDate day, MonetaryAmount amount) {
        return InvoicePart.of(kind, key + "/" + invoice, invoice, day, amount, recordedAt);
    }

    private void add(EntryKey key, OwedInvoice invoice) {
        invoices.add(invoice);
        undo(key, () -> invoices.add(invoice.reversed(reversedOn, recordedAt)));
    }

    private void add(EntryKey key, InvoicePart part) {
        parts.add(part);
        undo(key, () -> parts.add(part.reversed(reversedOn, recordedAt)));
    }

    private void add(EntryKey key, MoneyOnAccount one) {
        money.add(one);
        undo(key, () -> money.add(one.reversed(reversedOn, recordedAt)));
    }

    private void add(EntryKey key, AccountPart part) {
        accountParts.add(part);
        undo(key, () -> accountParts.add(part.reversed(reversedOn, recordedAt)));
    }

    private void undo(EntryKey key, Runnable reversal) {
        reversals.computeIfAbsent(key, any -> new ArrayList<>()).add(reversal);
    }
}
