package io.quittance.golden;

import io.quittance.ar.dunning.CollectionEntry;
import io.quittance.ar.dunning.CollectionHistory;
import io.quittance.ar.dunning.ContactKind;
import io.quittance.ar.dunning.DunningAccount;
import io.quittance.ar.dunning.DunningDecision;
import io.quittance.ar.dunning.DunningLevel;
import io.quittance.ar.dunning.DunningNotice;
import io.quittance.ar.dunning.DunningPolicy;
import io.quittance.ar.dunning.DunningRun;
import io.quittance.ar.dunning.DunningScope;
import io.quittance.ar.dunning.HeldItem;
import io.quittance.ar.exchange.StoredRate;
import io.quittance.ar.interest.ChargeLimits;
import io.quittance.ar.interest.CompensationTiers;
import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.LateFee;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.LatenessTiers;
import io.quittance.ar.interest.PeriodFormula;
import io.quittance.ar.interest.PeriodicCharge;
import io.quittance.ar.interest.RateTable;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.core.id.CustomerId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The debts of {@link Claims} are dunned on five days, for each debt or each customer; what is sent is kept. */
final class Dunned {
    /** 11.27 % up to 31 March, 11.51 % from then on. */
    static final RateTable RATES =
            RateTable.from("2026-01-01", "2.27").then("2026-04-01", "2.51").plus("9");

    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final StoredRate DOLLAR = StoredRate.of("USD", "EUR", "0.9123");
    private static final List<String> RUNS =
            List.of("2026-02-20", "2026-03-10", "2026-03-31", "2026-04-14", "2026-04-30");

    private final DunningPolicy policy;
    private final List<String> rows = new ArrayList<>();
    private final List<DunningNotice> notices = new ArrayList<>();
    private final SortedMap<CustomerId, CollectionHistory> histories = new TreeMap<>();

    private Dunned(DunningScope scope) {
        policy = DunningPolicy.of("EUR", scope, levels());
    }

    static Dunned by(DunningScope scope) {
        var dunned = new Dunned(scope);
        RUNS.stream().map(LocalDate::parse).forEach(dunned::run);
        return dunned;
    }

    static Amount eur(String number) {
        return Amount.of(number, "EUR");
    }

    static CompensationTiers compensation() {
        return CompensationTiers.below(eur("1000.00"), eur("40.00")).then(eur("70.00"));
    }

    /** A reminder, two letters with interest by the day, and a last one by the period, twice if it must be. */
    private static List<DunningLevel> levels() {
        var byDay = LateInterest.of(RATES, DayBasis.ACTUAL_365, CENTS);
        return List.of(
                DunningLevel.of("reminder", 5, 7, ContactKind.REMINDER).fee(LateFee.of(eur("2.50"))),
                DunningLevel.of("letter", 20, 14, ContactKind.LETTER)
                        .fee(LateFee.of(eur("5.00")).plusPercent("1.75", CENTS))
                        .compensation(compensation())
                        .interest(byDay),
                DunningLevel.of("second letter", 35, 14, ContactKind.LETTER)
                        .fee(LateFee.of(eur("7.50")))
                        .interest(byDay),
                DunningLevel.of("last", 50, 14, ContactKind.COLLECTIONS)
                        .atMost(2)
                        .compensation(CompensationTiers.always(eur("12.00")))
                        .fee(LateFee.of(eur("10.00"))
                                .plusPercent("2.5", CENTS)
                                .within(ChargeLimits.NONE.atMost(eur("30.00"))))
                        .periodicCharge(PeriodicCharge.of(
                                PeriodFormula.SIMPLE,
                                LatenessTiers.upTo(60, "1.5").then("2.25"),
                                30,
                                CENTS)));
    }

    DunningPolicy policy() {
        return policy;
    }

    List<String> rows() {
        return rows;
    }

    List<DunningNotice> notices() {
        return notices;
    }

    Collection<CollectionHistory> histories() {
        return histories.values();
    }

    private void run(LocalDate day) {
        Stream.concat(
                        Claims.POSTED.euros().customers().stream()
                                .filter(customer -> List.of("ECHO", "ZETA")
                                        .contains(customer.customer().value())),
                        Claims.POSTED.dollars().customers().stream())
                .forEach(customer -> run(day, customer));
    }

    private void run(LocalDate day, CustomerLedger customer) {
        CustomerId id = customer.customer();
        CollectionHistory history = histories
                .getOrDefault(id, CollectionHistory.empty(id))
                .withAll(Claims.POSTED.promises().stream()
                        .filter(promise -> promise.customer().equals(id)
                                && !promise.effectiveDate().isAfter(day))
                        .toList());
        DunningDecision decision =
                DunningRun.on(day).at(DOLLAR).decide(DunningAccount.of(customer, history, AsOf.endOf(day)), policy);
        for (DunningNotice notice : decision.notices()) {
            row(notice);
            notices.add(notice);
            history = history.with(CollectionEntry.of(notice.key(), id, notice.contact("post"), Claims.beginning(day)));
        }
        for (HeldItem held : decision.held()) {
            rows.add("held," + policy.scope() + "," + day + "," + id + ","
                    + held.item().id() + "," + held.reason());
        }
        histories.put(id, history);
    }

    private void row(DunningNotice notice) {
        String where = policy.scope() + "," + notice.date() + "," + notice.customer() + ","
                + notice.level().name() + ",";
        notice.items()
                .forEach(item -> rows.add("item," + where + item.item().id() + "," + item.daysPastDue() + ","
                        + item.offset() + "," + item.claimed() + ","
                        + item.compensation().amount() + "," + item.interest().amount()));
        rows.add("notice," + where + notice.claimed() + "," + notice.fee().amount() + "," + notice.compensation() + ","
                + notice.interest() + "," + notice.total());
    }
}
