package io.quittance.ar.dunning;

import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pauses, graces and promises, found by item. */
final class Agreements {
    private final List<ServicePeriod> pauses;
    private final Map<ReceivableId, List<ServicePeriod>> pausesOfItems = new HashMap<>();
    private @Nullable LocalDate grace;
    private final Map<ReceivableId, LocalDate> gracesOfItems = new HashMap<>();
    private final List<PromiseRecord> promises = new ArrayList<>();
    private @Nullable PromiseRecord pending;
    private final Map<ReceivableId, PromiseRecord> pendingOfItems = new HashMap<>();

    Agreements(CollectionView view, DunningAccount account) {
        pauses = view.pauses().stream()
                .filter(pause -> pause.items().isEmpty())
                .map(DunningPause::days)
                .toList();
        for (DunningPause pause : view.pauses()) {
            pause.items()
                    .forEach(item -> pausesOfItems
                            .computeIfAbsent(item, any -> new ArrayList<>())
                            .add(pause.days()));
        }
        for (GraceGranted one : view.graces()) {
            if (one.items().isEmpty()) {
                grace = later(grace, one.until());
            }
            one.items().forEach(item -> gracesOfItems.merge(item, one.until(), Agreements::later));
        }
        view.promises()
                .forEach((key, made) -> add(new PromiseRecord(
                        key,
                        made,
                        made.promise()
                                .standing(account.receiptsOf(made), view.asOf().date()))));
    }

    private void add(PromiseRecord promise) {
        promises.add(promise);
        if (promise.standing().state().holdsDunning()) {
            if (promise.made().items().isEmpty()) {
                pending = promise;
            }
            promise.made().items().forEach(item -> pendingOfItems.put(item, promise));
        }
    }

    private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    List<ServicePeriod> pausesOf(ReceivableId item) {
        List<ServicePeriod> own = pausesOfItems.get(item);
        if (own == null) {
            return pauses;
        }
        var all = new ArrayList<>(pauses);
        all.addAll(own);
        return all;
    }

    @Nullable
    LocalDate graceOf(ReceivableId item) {
        LocalDate own = gracesOfItems.get(item);
        return own == null ? grace : later(grace, own);
    }

    Optional<Hold> promiseFor(ReceivableId item) {
        PromiseRecord own = pendingOfItems.get(item);
        return Optional.ofNullable(own == null ? pending : own)
                .map(promise -> Hold.of(
                        HoldReason.PROMISE,
                        "dunning.promise",
                        "{0} promised by {1}: {2}",
                        promise.made().promise().amount(),
                        promise.made().promise().lastDay(),
                        promise.standing().explanation().text()));
    }

    List<PromiseRecord> promises() {
        return promises;
    }
}
