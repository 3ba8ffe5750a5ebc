package io.quittance.ar.plan;

import io.quittance.ar.ledger.DebtRescheduled;
import io.quittance.ar.ledger.ReceivablePosted;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.Receivable;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.receivable.ReceivableType;
import io.quittance.core.internal.Dates;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Amount;
import io.quittance.core.money.MinorUnits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pours what is open of debts into the instalments of a plan, the oldest due first. */
final class Pouring {
    private final InstalmentPlan plan;
    private final List<OpenItem> sources;
    private final String id;
    private final LocalDate agreed;
    private final List<DebtRescheduled.Moved> moved = new ArrayList<>();
    private final List<Receivable> owed = new ArrayList<>();
    private final List<ReceivablePosted> charges = new ArrayList<>();
    /** How many of the sources are moved as a whole. */
    private int used;
    /** What of the next source is moved. */
    private Amount taken;

    Pouring(InstalmentPlan plan, List<OpenItem> items, String id, LocalDate agreed) {
        this.plan = plan;
        this.id = Require.id(id, "id");
        this.agreed = Dates.inCalendar(agreed, "agreed");
        sources = Require.notEmpty(items, "items").stream()
                .filter(item -> item.undisputed().signum() > 0)
                .sorted(OpenItem.BY_DUE_DATE)
                .toList();
        InstalmentPlan.requireOneCustomer(items);
        Require.that(
                plan.principal().signum() > 0,
                "plan.debt",
                "plan",
                "must pay more than 0 of the debt",
                plan.principal());
        taken = Amount.zero(plan.principal().getCurrency());
        Amount most = taken;
        for (OpenItem source : sources) {
            most = most.add(MinorUnits.require(source.undisputed(), taken.getCurrency(), "items"));
        }
        Require.that(
                plan.principal().isLessThanOrEqualTo(most),
                "plan.debt",
                "items",
                "must have " + plan.principal() + " or more that is open and not contested, as the plan pays",
                most);
    }

    DebtRescheduled fact() {
        for (int i = 0; i < plan.instalments().size(); i++) {
            pour(plan.instalments().get(i), ReceivableId.of(id + "/" + (i + 1)));
        }
        if (taken.signum() > 0) {
            moved.add(new DebtRescheduled.Moved(sources.get(used).id(), taken));
        }
        return new DebtRescheduled(sources.get(0).customer(), moved, owed, charges, plan.explanation(), agreed);
    }

    private void pour(PlanInstalment instalment, ReceivableId item) {
        Map<ReceivableType, Amount> parts = new EnumMap<>(ReceivableType.class);
        Map<ReceivableType, Set<String>> names = new EnumMap<>(ReceivableType.class);
        Set<String> all = new LinkedHashSet<>();
        Amount rest = instalment.principal();
        while (rest.signum() > 0) {
            OpenItem source = sources.get(used);
            Amount part = source.undisputed().subtract(taken).min(rest);
            parts.merge(source.type(), part, Amount::add);
            names.computeIfAbsent(source.type(), any -> new LinkedHashSet<>()).addAll(names(source.receivable()));
            all.addAll(names(source.receivable()));
            rest = rest.subtract(part);
            take(source, part);
        }
        parts.forEach((type, amount) -> owed.add(named(
                debt(part(item, type), item, instalment.dueDate(), amount, type), names.getOrDefault(type, all))));
        if (instalment.interest().signum() > 0) {
            ReceivableId part = ReceivableId.of(item + "/I");
            Receivable interest =
                    debt(part, item, instalment.dueDate(), instalment.interest(), ReceivableType.INTEREST);
            charges.add(new ReceivablePosted(named(interest, all)));
        }
    }

    private void take(OpenItem source, Amount part) {
        taken = taken.add(part);
        if (taken.equals(source.undisputed())) {
            moved.add(new DebtRescheduled.Moved(source.id(), taken));
            taken = Amount.zero(taken.getCurrency());
            used++;
        }
    }

    private static ReceivableId part(ReceivableId item, ReceivableType type) {
        return type == ReceivableType.PRINCIPAL ? item : ReceivableId.of(item + "/" + type);
    }

    private Receivable debt(ReceivableId part, ReceivableId item, LocalDate due, Amount amount, ReceivableType type) {
        return Receivable.of(part, sources.get(0).customer(), agreed, due, amount)
                .withType(type)
                .partOf(item, due);
    }

    /** What a payer may call a debt. */
    static Set<String> names(Receivable debt) {
        var names = new LinkedHashSet<String>();
        names.add(debt.id().value());
        names.addAll(debt.references());
        return names;
    }

    static Receivable named(Receivable debt, Set<String> names) {
        return names.stream().reduce(debt, Receivable::knownBy, (one, other) -> other);
    }
}
