package io.quittance.kpi.billing;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.kpi.EventFigures;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Invoices and the cases by which they are contested. Give the amounts of both with tax, or both without.
 *
 * @param invoices of any periods
 * @param cases whenever they were raised, of the same period and question
 */
public record DisputedInvoices(EventFigures<IssuedInvoice> invoices, EventFigures<DisputeCase> cases)
        implements Serializable {

    /**
     * Checks that both are of one period and question, and that a case that is opened again names itself as it was first opened.
     *
     * @throws CurrencyMismatchException if an invoice is contested in another currency than its own
     */
    public DisputedInvoices {
        Require.that(
                requireNonNull(cases, "cases")
                        .period()
                        .equals(requireNonNull(invoices, "invoices").period()),
                "figures.period",
                "cases",
                "must be of " + invoices.period(),
                cases.period());
        Require.that(
                cases.asOf().equals(invoices.asOf()),
                "figures.as-of",
                "cases",
                "must be as of " + invoices.asOf(),
                cases.asOf());
        requireFirst(cases.events());
        var currencies = new HashMap<String, String>();
        invoices.events()
                .forEach(invoice -> currencies.put(
                        invoice.key(), invoice.amount().getCurrency().getCurrencyCode()));
        for (DisputeCase one : cases.events()) {
            String given = one.amount().getCurrency().getCurrencyCode();
            for (String invoice : one.invoices().keySet()) {
                String expected = currencies.getOrDefault(invoice, given);
                if (!expected.equals(given)) {
                    throw new CurrencyMismatchException("cases", expected, given);
                }
            }
        }
    }

    /** One that names a case that was opened again itself would count beside those before it. */
    private static void requireFirst(List<DisputeCase> cases) {
        var first = new HashMap<String, String>();
        cases.forEach(one -> first.put(one.key(), one.firstKey()));
        for (DisputeCase one : cases) {
            String named = one.firstKey();
            Require.that(
                    first.getOrDefault(named, named).equals(named),
                    "dispute.reopens",
                    "cases",
                    "must name the case as it was first opened, " + first.get(named),
                    named);
        }
    }

    /**
     * The figures of each part of the invoices, such as those of a customer, with what is contested of them: {@code by(IssuedInvoice::customer)}. A case that contests none of them is in no part.
     *
     * @param key of an invoice, the same for every call; one that has none, which is null, is in no part
     */
    public <K extends Comparable<? super K>> SortedMap<K, DisputedInvoices> by(
            Function<? super IssuedInvoice, ? extends @Nullable K> key) {
        SortedMap<K, EventFigures<IssuedInvoice>> cut = invoices.by(key);
        var partOf = new HashMap<String, K>();
        cut.forEach((part, some) -> some.events().forEach(invoice -> partOf.put(invoice.key(), part)));
        var contested = new HashMap<K, List<DisputeCase>>();
        for (DisputeCase one : cases.events()) {
            Set<K> touched = new HashSet<>();
            for (String invoice : one.invoices().keySet()) {
                K part = partOf.get(invoice);
                if (part != null && touched.add(part)) {
                    contested
                            .computeIfAbsent(part, any -> new ArrayList<>())
                            .add(one.only(other -> part.equals(partOf.get(other))));
                }
            }
        }
        var parts = new TreeMap<K, DisputedInvoices>();
        cut.forEach((part, some) -> parts.put(
                part,
                new DisputedInvoices(
                        some, EventFigures.of(cases.period(), cases.asOf(), contested.getOrDefault(part, List.of())))));
        return Collections.unmodifiableSortedMap(parts);
    }

    /** The cases that had been raised by the end of the day of the question. */
    private List<DisputeCase> raised(ZoneId zone) {
        Instant end = cases.asOf().date().plusDays(1).atStartOfDay(zone).toInstant();
        return cases.events().stream().filter(one -> one.opened().isBefore(end)).toList();
    }

    /** What is contested of each invoice: by all its cases together, where one that is opened again and those before it count as the largest of them. */
    Map<String, Amount> contested(ZoneId zone) {
        var byCase = new HashMap<String, Map<String, Amount>>();
        for (DisputeCase one : raised(zone)) {
            one.invoices()
                    .forEach((invoice, amount) -> byCase.computeIfAbsent(invoice, any -> new HashMap<>())
                            .merge(one.firstKey(), amount, Amount::max));
        }
        var contested = new HashMap<String, Amount>();
        byCase.forEach((invoice, amounts) -> contested.put(
                invoice, amounts.values().stream().reduce(Amount::add).orElseThrow()));
        return contested;
    }

    /** Whether a case names no invoice, or one that is not issued as far as is known; of those that were raised before the period, no invoice of it can be meant. */
    boolean hasUnlinked(ZoneId zone) {
        var issued = new HashSet<String>();
        invoices.events().stream()
                .filter(invoice -> invoice.date(Stage.ISSUED).isPresent())
                .forEach(invoice -> issued.add(invoice.key()));
        Instant start = cases.period().start().atStartOfDay(zone).toInstant();
        return raised(zone).stream()
                .filter(one -> !one.opened().isBefore(start))
                .anyMatch(one -> one.invoices().isEmpty()
                        || !issued.containsAll(one.invoices().keySet()));
    }
}
