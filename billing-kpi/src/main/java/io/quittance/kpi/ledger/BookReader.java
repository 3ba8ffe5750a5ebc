package io.quittance.kpi.ledger;

import io.quittance.ar.dispute.DisputeId;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import io.quittance.core.schedule.AsOf;
import io.quittance.kpi.EventLog;
import io.quittance.kpi.KpiEvent;
import io.quittance.kpi.receivable.AccountPart;
import io.quittance.kpi.receivable.ContestedInvoice;
import io.quittance.kpi.receivable.InvoicePart;
import io.quittance.kpi.receivable.MoneyOnAccount;
import io.quittance.kpi.receivable.OwedInvoice;
import io.quittance.kpi.receivable.ReceivableBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sorts the events of a book by the invoices and the money that they are about, as of a question. */
final class BookReader {
    private final AsOf asOf;
    private final String currency;
    private final LedgerHistory history;

    /** Also what is of a day after the question, so that what comes before it can be told from what is unknown. */
    private final Map<String, ReceivableHistory> receivables = new HashMap<>();

    private final Map<String, MoneyHistory> money = new HashMap<>();

    private BookReader(String currency, AsOf asOf) {
        this.asOf = asOf;
        this.currency = currency;
        this.history = new LedgerHistory(asOf, Currencies.of(currency, "currency"));
    }

    static LedgerHistory read(ReceivableBook book, AsOf asOf) {
        var reader = new BookReader(book.currency(), asOf);
        reader.each(book.invoices(), reader::add);
        reader.each(book.money(), reader::add);
        reader.each(book.parts(), reader::add);
        reader.each(book.accountParts(), reader::add);
        reader.each(book.contested(), reader::add);
        reader.history.receivables().forEach(BookReader::requireEnough);
        reader.history.money().forEach(BookReader::requireEnough);
        return reader.history;
    }

    private <E extends KpiEvent> void each(EventLog<E> log, Consumer<E> add) {
        log.knownAt(asOf.knownAt()).forEach(add);
    }

    /** Empty also for what is of a day after the question. */
    private Optional<LocalDate> happened(@Nullable LocalDate day) {
        return Optional.ofNullable(day).filter(each -> !each.isAfter(asOf.date()));
    }

    private void add(OwedInvoice invoice) {
        requireCurrency("invoices", invoice.key(), invoice.amount());
        var receivable = Receivable.of(
                ReceivableId.of(invoice.key()),
                CustomerId.of(invoice.customer()),
                invoice.documentDate(),
                invoice.dueDate(),
                invoice.amount());
        var one = new ReceivableHistory(
                receivable,
                invoice.documentDate(),
                invoice.sale() ? ReceivableHistory.Origin.SALE : ReceivableHistory.Origin.MOVED,
                invoice.recordedAt());
        receivables.put(invoice.key(), one);
        happened(invoice.documentDate()).ifPresent(day -> history.receivables().add(one));
        happened(invoice.reversedOn()).ifPresent(one::cancelled);
    }

    private void add(MoneyOnAccount came) {
        requireCurrency("money", came.key(), came.amount());
        Payment payment =
                Payment.of(PaymentId.of(came.key()), CustomerId.of(came.customer()), came.day(), came.amount());
        var one = new MoneyHistory(
                came.kind() == MoneyOnAccount.Kind.PREPAYMENT ? payment.prepaying(came.key()) : payment,
                came.kind() == MoneyOnAccount.Kind.CREDIT_NOTE);
        money.put(came.key(), one);
        happened(came.day()).ifPresent(day -> history.money().add(one));
        happened(came.reversedOn()).ifPresent(day -> {
            one.changed(day, came.amount().negate());
            one.gone(day, came.amount());
        });
    }

    private void add(InvoicePart part) {
        requireCurrency("parts", part.key(), part.amount());
        if (happened(part.day()).isEmpty()) {
            return;
        }
        ReceivableHistory invoice = invoice("parts", part.key(), part.invoice(), part.day());
        close(invoice, part, part.day(), part.amount());
        Optional<LocalDate> gone = happened(part.reversedOn());
        gone.ifPresent(day -> close(invoice, part, day, part.amount().negate()));
        if (part.recordedAt().isAfter(invoice.recordedAt())) {
            invoice.recorded(part.recordedAt());
        }
        String account = part.money();
        if (account != null) {
            use(part, account, gone);
        } else if (part.kind() == InvoicePart.Kind.PAYMENT || part.kind() == InvoicePart.Kind.CREDIT_NOTE) {
            came(part, invoice.receivable().customer(), gone);
        }
    }

    private static void close(ReceivableHistory invoice, InvoicePart part, LocalDate day, Amount amount) {
        switch (part.kind()) {
            case PAYMENT -> invoice.paid(day, part.day(), amount);
            case CREDIT_NOTE, DISCOUNT -> invoice.allowed(day, part.day(), amount);
            case WRITE_OFF -> invoice.writtenOff(day, part.day(), amount);
            case MOVED -> invoice.movedAway(day, part.day(), amount);
        }
    }

    /** What was on account before is there again when the part is taken back. */
    private void use(InvoicePart part, String account, Optional<LocalDate> gone) {
        MoneyHistory source = money("parts", part.key(), account, part.day());
        boolean isCredit = part.kind() == InvoicePart.Kind.CREDIT_NOTE;
        if (source.isCredit() != isCredit) {
            throw new InvalidArgumentException(
                    "part.money",
                    at("parts", part.key(), "money"),
                    "must be that of a " + part.kind() + ", as the part is",
                    account);
        }
        source.changed(part.day(), part.amount().negate());
        gone.ifPresent(day -> source.changed(day, part.amount()));
    }

    /** What came on the day of the part and was applied at once goes when it is taken back. */
    private void came(InvoicePart part, CustomerId customer, Optional<LocalDate> gone) {
        var one = new MoneyHistory(
                Payment.of(PaymentId.of(part.key()), customer, part.day(), part.amount()),
                part.kind() == InvoicePart.Kind.CREDIT_NOTE);
        one.changed(part.day(), part.amount().negate());
        gone.ifPresent(day -> one.gone(day, part.amount()));
        history.money().add(one);
    }

    private void add(AccountPart part) {
        requireCurrency("accountParts", part.key(), part.amount());
        if (happened(part.day()).isEmpty()) {
            return;
        }
        MoneyHistory source = money("accountParts", part.key(), part.money(), part.day());
        take(source, part, part.day(), part.amount());
        happened(part.reversedOn())
                .ifPresent(day -> take(source, part, day, part.amount().negate()));
    }

    private static void take(MoneyHistory source, AccountPart part, LocalDate day, Amount amount) {
        switch (part.kind()) {
            case REFUND -> source.paidOut(day, amount);
            case RETURN -> {
                source.changed(day, amount.negate());
                source.gone(day, amount);
            }
            case INCOME -> source.changed(day, amount.negate());
        }
    }

    private void add(ContestedInvoice contested) {
        requireCurrency("contested", contested.key(), contested.amount());
        happened(contested.day())
                .ifPresent(day -> invoice("contested", contested.key(), contested.invoice(), day)
                        .disputed(DisputeId.of(contested.key()), contested.amount()));
    }

    private ReceivableHistory invoice(String log, String key, String invoice, LocalDate day) {
        ReceivableHistory found = receivables.get(invoice);
        if (found == null) {
            throw unknown("receivable.unknown", at(log, key, "invoice"), "an invoice", invoice);
        }
        if (day.isBefore(found.since())) {
            throw early(at(log, key, "day"), "the date of invoice " + invoice, found.since(), day);
        }
        return found;
    }

    private MoneyHistory money(String log, String key, String account, LocalDate day) {
        MoneyHistory found = money.get(account);
        if (found == null) {
            throw unknown("payment.unknown", at(log, key, "money"), "money on account", account);
        }
        if (day.isBefore(found.day())) {
            throw early(at(log, key, "day"), "the day of money " + account, found.day(), day);
        }
        return found;
    }

    private InvalidArgumentException unknown(String code, String argument, String what, String key) {
        String when = asOf.knownAt().equals(Instant.MAX) ? "" : " at " + asOf.knownAt();
        return new InvalidArgumentException(
                code, argument, "must be the key of " + what + " that is known" + when, key);
    }

    private static InvalidArgumentException early(String argument, String what, LocalDate since, LocalDate day) {
        return new InvalidArgumentException("event.order", argument, "must not be before " + what + ", " + since, day);
    }

    private void requireCurrency(String log, String key, Amount amount) {
        String actual = amount.getCurrency().getCurrencyCode();
        if (!actual.equals(currency)) {
            throw new CurrencyMismatchException(at(log, key, "amount"), currency, actual);
        }
    }

    private static String at(String log, String key, String part) {
        return log + "[" + key + "]." + part;
    }

    private static void requireEnough(ReceivableHistory one) {
        Amount all = one.receivable().amount();
        Amount closed = Amount.zero(all.getCurrency());
        for (LocalDate day : one.days()) {
            closed = closed.add(one.closedOn(day));
            if (closed.isGreaterThan(all)) {
                throw tooMuch("invoices[" + one.id() + "]", "settled", all, day, closed);
            }
        }
    }

    private static void requireEnough(MoneyHistory one) {
        Amount left = Amount.zero(one.amount().getCurrency());
        for (Map.Entry<LocalDate, Amount> change : one.changes().entrySet()) {
            left = left.add(change.getValue());
            if (left.signum() < 0) {
                Amount used = one.amount().subtract(left);
                throw tooMuch("money[" + one.id() + "]", "used", one.amount(), change.getKey(), used);
            }
        }
    }

    private static InvalidArgumentException tooMuch(
            String argument, String how, Amount all, LocalDate day, Amount used) {
        return new InvalidArgumentException(
                "receivable.too-much",
                argument,
                "must be " + how + " or reversed for at most " + all + " by " + day,
                used);
    }
}
