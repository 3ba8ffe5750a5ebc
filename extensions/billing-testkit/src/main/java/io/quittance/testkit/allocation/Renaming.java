package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.payment.Payment;
import io.quittance.ar.payment.PaymentId;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.id.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Other names for the ids of a request, in the same order: {@code } become {@code aab, ab, b}. Who compares
 * lengths, hashes or digits of ids gets another order from them. What else is called by the id of an item, a reference of a debt or a
 * word of the payer, is renamed with it; all else of a payment stays.
 */
final class Renaming {
    private static final int PER_BLOCK = 100;
    private static final int LONGEST_TEXT = 10_000;
    private static final Pattern WORD = Pattern.compile("[^\\s,;]+");

    private final AllocationRequest request;
    private final Map<ReceivableId, ReceivableId> names = new HashMap<>();
    private final Map<String, ReceivableId> byValue = new HashMap<>();

    Renaming(AllocationRequest request) {
        this.request = request;
        var ids = new TreeSet<ReceivableId>();
        request.items()
                .forEach(item -> ids.addAll(List.of(item.id(), item.receivable().item())));
        request.remittances().forEach(remittance -> ids.add(remittance.item()));
        int rank = 0;
        for (ReceivableId id : ids) {
            ReceivableId name = ReceivableId.of(name(rank++, ids.size()));
            names.put(id, name);
            byValue.put(id.value(), name);
        }
    }

    /** The new name; the old one where the request does not know it. */
    ReceivableId nameOf(ReceivableId id) {
        return names.getOrDefault(id, id);
    }

    /** The same question under the new names. */
    AllocationRequest renamed() {
        Payment old = request.payment();
        CustomerId customer =
                CustomerId.of("the customer " + old.customer().value().length());
        Payment payment =
                Copies.ofKind(old, Payment.of(PaymentId.of("the payment"), customer, old.valueDate(), old.amount()));
        payment = old.text().map(this::inText).map(payment::saying).orElse(payment);
        payment = old.prepaidFor().map(this::named).map(payment::prepaying).orElse(payment);
        for (Remittance remittance : old.remittances()) {
            ReceivableId named = nameOf(remittance.item());
            payment = payment.naming(remittance
                    .amount()
                    .map(amount -> Remittance.of(named, amount))
                    .orElseGet(() -> Remittance.of(named)));
        }
        List<OpenItem> items = new ArrayList<>();
        for (OpenItem item : request.items()) {
            Receivable debt = Receivable.of(
                            nameOf(item.id()),
                            customer,
                            item.documentDate(),
                            item.dueDate(),
                            item.receivable().amount())
                    .withType(item.type())
                    .partOf(nameOf(item.receivable().item()), item.receivable().itemDueDate());
            items.add(OpenItem.of(Copies.known(item.receivable(), debt, this::named), item.open(), item.disputed()));
        }
        return AllocationRequest.of(payment, request.available(), items).on(request.date());
    }

    /** A name that is the id of an item is renamed like it; any other, such as a number with check digits, stays. */
    private String named(String name) {
        ReceivableId id = byValue.get(name);
        return id == null ? name : id.value();
    }

    /** What a payer wrote, each word that is an id renamed; as it was where it would be too long for a text then. */
    private String inText(String text) {
        String renamed = WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(named(word.group())));
        return renamed.length() <= LONGEST_TEXT ? renamed : text;
    }

    /** Shorter from rank to rank and yet rising; a long list is cut into blocks, whose names rise by their number. */
    private static String name(int rank, int count) {
        int inBlock = Math.min(PER_BLOCK, count) - 1 - rank % PER_BLOCK;
        String name = "a".repeat(Math.max(inBlock, 0)) + "b";
        return count <= PER_BLOCK ? name : (1_000_000_000 + rank / PER_BLOCK) + name;
    }
}
