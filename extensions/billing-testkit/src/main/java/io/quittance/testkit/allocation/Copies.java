package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Currencies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.money.CurrencyUnit;

/** Requests that ask the same as another one, in other words. */
final class Copies {
    private Copies() {}

    /** An equal request that shares no object with this one, made in reverse among {@link #foreign} items. */
    static AllocationRequest anew(AllocationRequest request) {
        var items = new ArrayList<OpenItem>(foreign(request));
        for (OpenItem item : request.items()) {
            Receivable debt = item.receivable();
            items.add(OpenItem.of(copy(debt, debt.customer(), debt.amount()), item.open(), item.disputed()));
        }
        items.sort(Comparator.comparing(OpenItem::id).reversed());
        return Plans.with(request, request.available(), items);
    }

    /** Of each item one of another customer, and one of the same customer in another currency, both with its id. */
    static List<OpenItem> foreign(AllocationRequest request) {
        var foreign = CustomerId.of(request.payment().customer() + "'");
        var items = new ArrayList<OpenItem>();
        for (OpenItem item : request.items()) {
            Receivable debt = item.receivable();
            CurrencyUnit other = Currencies.of(
                    debt.amount().getCurrency().getCurrencyCode().equals("XAF") ? "XOF" : "XAF", "currency");
            items.add(OpenItem.of(copy(debt, foreign, debt.amount())));
            items.add(OpenItem.of(copy(debt, debt.customer(), Amount.ofMinor(1, other))));
        }
        return items;
    }

    private static Receivable copy(Receivable debt, CustomerId customer, Amount amount) {
        return known(
                debt,
                Receivable.of(ReceivableId.of(debt.id().value()), customer, debt.documentDate(), debt.dueDate(), amount)
                        .withType(debt.type())
                        .partOf(ReceivableId.of(debt.item().value()), debt.itemDueDate()));
    }

    /** A copy by the names that a debt has beside its id. */
    static Receivable known(Receivable debt, Receivable copy) {
        return known(debt, copy, UnaryOperator.identity());
    }

    /** The same, by other names. */
    static Receivable known(Receivable debt, Receivable copy, UnaryOperator<String> naming) {
        return debt.references().stream().map(naming).reduce(copy, Receivable::knownBy, (one, other) -> other);
    }

    /** A copy that came as a payment came, is a credit where that is one, and is prepaid for what it is. */
    static Payment ofKind(Payment payment, Payment copy) {
        Payment same = payment.isCredit() ? copy.asCredit() : copy;
        same = payment.method().map(same::by).orElse(same);
        same = payment.payer().map(same::from).orElse(same);
        same = payment.reference().map(same::referring).orElse(same);
        same = payment.text().map(same::saying).orElse(same);
        return payment.prepaidFor().map(same::prepaying).orElse(same);
    }

    private static Payment on(Payment old, LocalDate valueDate) {
        Payment payment = ofKind(old, Payment.of(old.id(), old.customer(), valueDate, old.amount()));
        for (Remittance remittance : old.remittances()) {
            payment = payment.naming(remittance);
        }
        return payment;
    }

    /** The request on the same day about money that came some days earlier. */
    static AllocationRequest cameEarlier(AllocationRequest request, int days) {
        LocalDate earlier = request.payment().valueDate().minusDays(days);
        return AllocationRequest.of(on(request.payment(), earlier), request.available(), request.items())
                .on(request.date());
    }

    /** The request with each of its dates at another place of the calendar. */
    static AllocationRequest moved(AllocationRequest request, UnaryOperator<LocalDate> move) {
        Payment payment = on(request.payment(), move.apply(request.payment().valueDate()));
        var items = new ArrayList<OpenItem>();
        for (OpenItem item : request.items()) {
            Receivable debt = item.receivable();
            Receivable moved = Receivable.of(
                            debt.id(),
                            debt.customer(),
                            move.apply(debt.documentDate()),
                            move.apply(debt.dueDate()),
                            debt.amount())
                    .withType(debt.type())
                    .partOf(debt.item(), move.apply(debt.itemDueDate()));
            items.add(OpenItem.of(known(debt, moved), item.open(), item.disputed()));
        }
        return AllocationRequest.of(payment, request.available(), items).on(move.apply(request.date()));
    }
}
