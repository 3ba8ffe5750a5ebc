package io.quittance.core.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.Renewal;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.usage.UsageSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The calendar and the bill run agree, whatever the contract. */
class BillingCalendarLawsTest {
    private static final LocalDate START = LocalDate.parse("2026-01-10");
    private static final ServicePeriod ALL = ServicePeriod.of("2026-01-01", "2026-12-01");
    private static final Instant SIGNED = Instant.parse("2025-12-01T00:00:00Z");

    @Property(tries = 60)
    void listsWhatDailyRunsBill(@ForAll("contracts") ContractHistory contract) {
        Map<LocalDate, List<String>> billed = new TreeMap<>();
        BilledPeriods history = BilledPeriods.none();
        var calendar = BillingCalendar.of(List.of(contract), ALL, Instant.MAX);
        for (LocalDate day = ALL.start(); day.isBefore(ALL.end()); day = day.plusDays(1)) {
            BillRun run = Billing.engine().bill(contract, UsageSource.none(), history, AsOf.endOf(day));
            assertThat(run.lines()).allMatch(line -> line.kind() == BillLine.Kind.CHARGE);
            List<String> added = added(run, history);
            history = history.after(run);
            BilledPeriods now = history;
            assertThat(calendar.late(day, id -> now)).as("late on %s", day).isEmpty();
            if (!added.isEmpty()) {
                billed.put(day, added);
            }
        }
        Map<LocalDate, List<String>> listed = new TreeMap<>();
        for (CalendarEntry entry : calendar.entries()) {
            List<String> all = listed.computeIfAbsent(entry.billable(), day -> new ArrayList<>());
            entry.charges().forEach(due -> all.add(entry.cycle() + " " + entry.number() + " " + due));
        }
        listed.values().forEach(all -> all.sort(null));
        assertThat(listed).isEqualTo(billed);
    }

    /** The calendar of two windows that meet is that of both. */
    @Property(tries = 200)
    void windowsAddUp(@ForAll("contracts") ContractHistory contract, @ForAll @IntRange(min = 1, max = 300) int cut) {
        LocalDate middle = ALL.start().plusDays(cut);
        var both = new ArrayList<>(calendar(contract, new ServicePeriod(ALL.start(), middle)));
        both.addAll(calendar(contract, new ServicePeriod(middle, ALL.end())));
        assertThat(both).isEqualTo(calendar(contract, ALL));
    }

    /** A run that was left out makes late what it would have billed, and nothing else. */
    @Property(tries = 40)
    void whatRunsLeftOutIsLate(
            @ForAll("contracts") ContractHistory contract, @ForAll @IntRange(min = 0, max = 300) int days) {
        LocalDate last = ALL.start().plusDays(days);
        BilledPeriods history = BilledPeriods.none();
        for (LocalDate day = ALL.start(); !day.isAfter(last); day = day.plusDays(1)) {
            history = history.after(Billing.engine().bill(contract, UsageSource.none(), history, AsOf.endOf(day)));
        }
        BilledPeriods billed = history;
        var calendar = BillingCalendar.of(List.of(contract), ALL, Instant.MAX);
        assertThat(calendar.late(ALL.lastDay(), id -> billed))
                .extracting(LateEntry::entry)
                .isEqualTo(calendar.entries().stream()
                        .filter(entry -> entry.billable().isAfter(last))
                        .toList());
    }

    private static List<CalendarEntry> calendar(ContractHistory contract, ServicePeriod window) {
        return BillingCalendar.of(List.of(contract), window, Instant.MAX).entries();
    }

    /** What a run billed by cycle, period, charge and days; days that meet are one. The history has joined its lines so. */
    private static List<String> added(BillRun run, BillingHistory before) {
        var added = new ArrayList<String>();
        long days = 0;
        for (BilledPeriod period : run.periods()) {
            List<BilledLine> known = before.period(period.cycle(), period.number())
                    .map(BilledPeriod::lines)
                    .orElse(List.of());
            var due = new DueCharges();
            period.lines().stream()
                    .sorted(Comparator.comparing(BilledLine::days))
                    .forEach(line -> line.days()
                            .start()
                            .datesUntil(line.days().end())
                            .filter(day -> known.stream()
                                    .noneMatch(old -> old.charge().equals(line.charge())
                                            && old.days().contains(day)))
                            .forEach(day -> due.add(line.charge(), new ServicePeriod(day, day.plusDays(1)))));
            for (DueCharge each : due.list()) {
                added.add(period.cycle() + " " + period.number() + " " + each);
                days += each.days().days();
            }
        }
        assertThat(run.lines().stream().mapToLong(line -> line.days().days()).sum())
                .isEqualTo(days);
        added.sort(null);
        return added;
    }

    @Provide
    Arbitrary<ContractHistory> contracts() {
        Arbitrary<ContractTerms> terms = terms();
        Arbitrary<Integer> length = Arbitraries.integers().between(20, 400);
        Arbitrary<Renewal> renewal = Arbitraries.of(
                Renewal.none(),
                Renewal.none(),
                Renewal.of("P1M", "P0D"),
                Renewal.of("P40D", "P10D").atMost(2),
                Renewal.of("P1M", "P3M"));
        return Combinators.combine(terms, length, renewal, amendments().list().ofMaxSize(4))
                .as((signed, days, renewed, amendments) -> {
                    Contract contract = Contract.of(
                                    new ContractId("C-1"),
                                    new CustomerId("ACME"),
                                    new ServicePeriod(START, START.plusDays(days)),
                                    signed)
                            .renewed(renewed);
                    ContractHistory history = ContractHistory.of(contract, SIGNED);
                    int number = 0;
                    for (Change change : amendments) {
                        number++;
                        history = history.amended(change.amendment("A-" + number, SIGNED.plusSeconds(number)));
                    }
                    return history;
                });
    }

    private interface Change {
        Amendment amendment(String key, Instant recordedAt);
    }

    private Arbitrary<Change> amendments() {
        Arbitrary<LocalDate> day = days();
        return Arbitraries.oneOf(
                Combinators.combine(day, terms())
                        .as((from, terms) -> (Change) (key, at) -> Amendment.terms(key, from, at, terms)),
                Combinators.combine(day, terms())
                        .as((from, terms) -> (Change) (key, at) -> Amendment.terms(key, from, at, terms)),
                Combinators.combine(day, Arbitraries.integers().between(1, 70)).as((from, length) ->
                        (Change) (key, at) -> Amendment.pause(key, new ServicePeriod(from, from.plusDays(length)), at)),
                day.map(end -> (Change) (key, at) -> Amendment.end(key, end.plusDays(1), at)));
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 300).map(START::plusDays);
    }

    private static Arbitrary<ContractTerms> terms() {
        return Combinators.combine(cycles(), charges("a"), charges("b"), once().optional(0.5))
                .as((cycle, a, b, once) -> {
                    ContractTerms terms = BillRunTest.terms(
                            builder -> {
                                once.ifPresent(builder::charge);
                                return builder.billed(cycle);
                            },
                            a,
                            b);
                    return terms;
                });
    }

    private static Arbitrary<Charge> charges(String id) {
        Arbitrary<Charge> charges = cycles().optional(0.7).map(cycle -> {
            Charge charge = Charge.recurring(id, FlatFee.of("3100.00"));
            return cycle.map(charge::billed).orElse(charge);
        });
        return Combinators.combine(
                        charges,
                        days().optional(0.2),
                        Arbitraries.integers().between(1, 200),
                        Arbitraries.of(true, false, false))
                .as((charge, from, length, ends) -> {
                    Charge begun = from.map(charge::from).orElse(charge);
                    return ends ? begun.until(from.orElse(START).plusDays(length)) : begun;
                });
    }

    private static Arbitrary<Charge> once() {
        return days().optional(0.5).map(day -> {
            Charge charge = Charge.oneOff("once", FlatFee.of("99"));
            return day.map(charge::on).orElse(charge);
        });
    }

    private static Arbitrary<BillingCycle> cycles() {
        return Combinators.combine(
                        Arbitraries.of(
                                BillingCycle.monthly(),
                                BillingCycle.quarterly(),
                                BillingCycle.yearly(),
                                BillingCycle.every("P7D"),
                                BillingCycle.every("P45D"),
                                BillingCycle.monthly().fromStart(),
                                BillingCycle.monthly().from("2025-01-31"),
                                BillingCycle.monthly().fromLastDayOf(YearMonth.of(2025, 6))),
                        Arbitraries.of(true, false))
                .as((cycle, advance) -> advance ? cycle.inAdvance() : cycle);
    }
}
