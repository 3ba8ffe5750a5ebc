package io.quittance.testkit.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.core.billing.BilledLine;
import io.quittance.core.billing.BilledPeriod;
import io.quittance.core.billing.BillingHistory;
import io.quittance.core.billing.BillingMark;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.invoice.TaxTable;
import io.quittance.core.pricing.FlatFee;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import io.quittance.testkit.BrokenLaw;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Ways of running bills that are wrong on purpose, each caught by the law that it breaks. */
class BrokenEnginesTest {
    private static final BillingEngine ENGINE = BillingEngine.ofLibrary();

    private static final Contract CONTRACT = Contract.builder("C-1")
            .customer("ACME")
            .term("2026-01-01", "2027-01-01")
            .currency("EUR")
            .zone("Europe/Berlin")
            .charge(Charge.recurring("platform", FlatFee.of("310.00"))
                    .billed(BillingCycle.monthly().inAdvance()))
            .charge(Charge.usage("api", "calls", PerUnit.of("0.10")))
            .paymentTerms(PaymentTerms.net(30))
            .build();

    private static final BillingLife LIFE = new BillingLife(
            ContractHistory.of(CONTRACT, Instant.parse("2025-12-01T00:00:00Z"))
                    .amended(
                            Amendment.end("A-1", LocalDate.parse("2026-04-16"), Instant.parse("2026-04-10T00:00:00Z"))),
            List.of(
                    ReportedUsage.of(calls("e-1", "100", "2026-01-10T10:00:00Z")),
                    new ReportedUsage(
                            calls("e-2", "30", "2026-01-20T10:00:00Z"), Instant.parse("2026-02-10T00:00:00Z"), null)),
            List.of(on("2026-01-01"), on("2026-02-01"), on("2026-03-01"), on("2026-04-01"), on("2026-05-01")));

    @Test
    void theLibraryKeepsAllLaws() {
        assertThat(BillingLaws.broken(ENGINE, LIFE)).isEmpty();
        assertThat(BillingLaws.brokenByCredits(ENGINE, LIFE)).isEmpty();
        assertThat(BillingLaws.brokenByRefusal(ENGINE, LIFE)).isEmpty();
        assertThat(BillingLaws.brokenByOrder(ENGINE, LIFE, reversed())).isEmpty();
        assertThat(BillingLaws.brokenByWithdrawal(ENGINE, LIFE, pause())).isEmpty();
    }

    /** A storage that loses the lines of a period bills them again when something changes. */
    @Test
    void findsAHistoryThatForgetsALine() {
        BillingEngine forgetting = through(period -> period.lines().isEmpty()
                ? period
                : BilledPeriod.of(
                        period.cycle(),
                        period.number(),
                        period.period(),
                        period.isClosed(),
                        period.lines().subList(1, period.lines().size()),
                        period.before(),
                        period.after()));
        assertThat(laws(BillingLaws.brokenBySplitting(forgetting, LIFE))).contains(BillingLaw.SPLIT_RUNS);
        assertThat(laws(BillingLaws.brokenByRunningAgain(forgetting, LIFE))).contains(BillingLaw.RUN_AGAIN);
        assertThat(laws(BillingLaws.brokenByIds(forgetting, LIFE))).contains(BillingLaw.UNIQUE_IDS);
        assertThat(laws(BillingLaws.brokenByWithdrawal(forgetting, LIFE, pause())))
                .contains(BillingLaw.WITHDRAWAL);
    }

    /** A storage that gives back twice what is on record gives back more than was billed. */
    @Test
    void findsAHistoryThatDoublesWhatWasBilled() {
        BillingEngine doubling = through(period -> BilledPeriod.of(
                period.cycle(),
                period.number(),
                period.period(),
                period.isClosed(),
                period.lines().stream()
                        .map(line -> BilledLine.of(
                                line.charge(),
                                line.terms(),
                                line.days(),
                                line.amount().add(line.amount())))
                        .toList(),
                period.before(),
                period.after()));
        assertThat(laws(BillingLaws.brokenByCredits(doubling, LIFE))).contains(BillingLaw.CREDIT_CAP);
    }

    /** A storage that forgets how lines were taxed does not give them back when they are taxed otherwise. */
    @Test
    void findsAHistoryThatForgetsTheTaxes() {
        var taxes = new KnownTaxes(
                TaxTable.of(TaxTreatment.standard("19")),
                Instant.parse("2026-03-15T00:00:00Z"),
                TaxTable.of(TaxTreatment.reverseCharge()));
        assertThat(BillingLaws.brokenByTaxes(BillingEngine::ofLibrary, LIFE, taxes))
                .isEmpty();
        Function<TaxDetermination, BillingEngine> forgetting = determination -> through(
                BillingEngine.ofLibrary(determination),
                period -> BilledPeriod.of(
                        period.cycle(),
                        period.number(),
                        period.period(),
                        period.isClosed(),
                        period.lines().stream()
                                .map(line -> line.taxed(List.of()))
                                .toList(),
                        period.before(),
                        period.after()));
        assertThat(laws(BillingLaws.brokenByTaxes(forgetting, LIFE, taxes))).containsOnly(BillingLaw.TAXES);
    }

    /** Only the first of several events is read. */
    @Test
    void findsAUsageSourceThatDependsOnTheOrder() {
        BillingEngine first = (contract, usage, before, asOf) ->
                ENGINE.bill(contract, new First(usage, new AtomicInteger()), before, asOf);
        assertThat(laws(BillingLaws.brokenByOrder(first, LIFE, reversed()))).containsOnly(BillingLaw.ORDER_OF_ARRIVAL);
    }

    /** Every second question gets no answer. */
    @Test
    void findsAUsageSourceThatDependsOnTheOrderOfCalls() {
        var calls = new AtomicInteger();
        BillingEngine changing =
                (contract, usage, before, asOf) -> ENGINE.bill(contract, new First(usage, calls), before, asOf);
        assertThat(laws(BillingLaws.brokenByPreview(changing, LIFE))).contains(BillingLaw.PREVIEW);
    }

    /** Late usage that is not told to the run is never billed. */
    @Test
    void findsWhatDoesNotTellOfLateUsage() {
        BillingEngine silent =
                (contract, usage, before, asOf) -> ENGINE.bill(contract, new Silent(usage), before, asOf);
        assertThat(BillingLaws.brokenBySplitting(silent, LIFE))
                .singleElement()
                .hasToString("SPLIT_RUNS (all runs together bill what one run on the last day bills): "
                        + "api [2026-01-01, 2026-02-01): all runs EUR 10.00, one run EUR 13.00");
    }

    /** All periods are read at each run, as to compare them. */
    @Test
    void findsWhatReadsAllOfHistory() {
        BillingEngine reading = (contract, usage, before, asOf) -> {
            before.mark().cycles().forEach((cycle, reached) -> {
                for (long number = reached.first(); number <= reached.last(); number++) {
                    before.period(cycle, number);
                }
            });
            return ENGINE.bill(contract, usage, before, asOf);
        };
        BillingEngine using = (contract, usage, before, asOf) -> {
            usage.events(
                    CustomerId.of("ACME"),
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Instant.parse("2027-01-01T00:00:00Z"));
            return ENGINE.bill(contract, usage, before, asOf);
        };
        assertThat(laws(BillingLaws.brokenByReads(reading, LIFE))).contains(BillingLaw.READS);
        assertThat(laws(BillingLaws.brokenByReads(using, LIFE))).contains(BillingLaw.READS);
    }

    /** One charge that fails stops the account, as it does where a run lets the refusal through. */
    @Test
    void findsWhatOneChargeBlocks() {
        BillingEngine blocking = (contract, usage, before, asOf) -> {
            boolean fails = contract.signed().terms().charges().contains(Contracts.REFUSED);
            return ENGINE.bill(contract, usage, before, fails ? AsOf.of(LocalDate.EPOCH, asOf.knownAt()) : asOf);
        };
        assertThat(laws(BillingLaws.brokenByRefusal(blocking, LIFE))).contains(BillingLaw.NOTHING_BLOCKS);
    }

    /** A storage that loses the lines that wait for a document puts them on none. */
    @Test
    void findsLinesThatStandOnNoDocument() {
        Contract patient = Contract.builder("C-1")
                .customer("ACME")
                .term(CONTRACT.term())
                .currency("EUR")
                .zone("Europe/Berlin")
                .charge(Charge.recurring("platform", FlatFee.of("310.00")))
                .invoicing(InvoicingRequirements.none().withMinimum("500.00"))
                .paymentTerms(PaymentTerms.net(30))
                .build();
        var life = new BillingLife(
                ContractHistory.of(patient, Instant.EPOCH), List.of(), List.of(on("2026-02-01"), on("2026-03-01")));
        BillingEngine losing = (contract, usage, before, asOf) -> {
            BillingMark mark = before.mark();
            var other = new BillingMark(mark.date(), mark.amendments(), mark.termEnd(), mark.cycles(), List.of());
            return ENGINE.bill(contract, usage, marked(other, before), asOf);
        };
        assertThat(BillingLaws.brokenByDocuments(ENGINE, life)).isEmpty();
        assertThat(laws(BillingLaws.brokenByDocuments(losing, life))).containsExactly(BillingLaw.DOCUMENTS);
    }

    private static BillingHistory marked(BillingMark mark, BillingHistory before) {
        return new BillingHistory() {
            @Override
            public BillingMark mark() {
                return mark;
            }

            @Override
            public Optional<BilledPeriod> period(String cycle, long number) {
                return before.period(cycle, number);
            }
        };
    }

    @Test
    void whatThrowsDoesNotAnswer() {
        BillingEngine throwing = (contract, usage, before, asOf) -> {
            throw new IllegalStateException("no bills today");
        };
        assertThat(BillingLaws.broken(throwing, LIFE))
                .hasSize(6)
                .allSatisfy(broken -> assertThat(broken.toString())
                        .startsWith("ANSWERS (a run answers, and throws nothing): "
                                + "threw java.lang.IllegalStateException: no bills today"));
    }

    @Test
    void aLifeHasRunsInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BillingLife(LIFE.contract(), List.of(), List.of()))
                .withMessage("runs must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new BillingLife(LIFE.contract(), List.of(), List.of(on("2026-02-01"), on("2026-01-01"))))
                .withMessageStartingWith("runs[1] must not be before runs[0]");
        Instant noon = Instant.parse("2026-01-10T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportedUsage(calls("e-1", "1", "2026-01-10T10:00:00Z"), noon, noon))
                .withMessage(
                        "takenBackAt must be after reportedAt, 2026-01-10T12:00:00Z, but was 2026-01-10T12:00:00Z");
    }

    /** Answers with the first event, and every second time with none. */
    private record First(UsageSource source, AtomicInteger calls) implements UsageSource {
        @Override
        public List<UsageEvent> events(CustomerId customer, Instant from, Instant to) {
            List<UsageEvent> events = source.events(customer, from, to);
            boolean answers = calls.getAndIncrement() % 2 == 0;
            return answers && !events.isEmpty() ? events.subList(0, 1) : List.of();
        }

        @Override
        public Collection<Instant> late(CustomerId customer) {
            return source.late(customer);
        }
    }

    /** Tells of no late usage. */
    private record Silent(UsageSource source) implements UsageSource {
        @Override
        public List<UsageEvent> events(CustomerId customer, Instant from, Instant to) {
            return source.events(customer, from, to);
        }
    }

    private static BillingEngine through(UnaryOperator<BilledPeriod> change) {
        return through(ENGINE, change);
    }

    private static BillingEngine through(BillingEngine engine, UnaryOperator<BilledPeriod> change) {
        return (contract, usage, before, asOf) -> engine.bill(
                contract,
                usage,
                new BillingHistory() {
                    @Override
                    public BillingMark mark() {
                        return before.mark();
                    }

                    @Override
                    public Optional<BilledPeriod> period(String cycle, long number) {
                        return before.period(cycle, number).map(change);
                    }
                },
                asOf);
    }

    private static Amendment pause() {
        return Amendment.pause("A", ServicePeriod.of("2026-01-05", "2026-01-10"), Instant.EPOCH);
    }

    private static List<ReportedUsage> reversed() {
        var reversed = new ArrayList<>(LIFE.usage());
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<BillingLaw> laws(List<BrokenLaw> broken) {
        return broken.stream().map(BrokenLaw::law).map(BillingLaw.class::cast).toList();
    }

    private static UsageEvent calls(String key, String quantity, String time) {
        return UsageEvent.of(key, "ACME", "calls", quantity, time);
    }

    private static AsOf on(String date) {
        LocalDate day = LocalDate.parse(date);
        return AsOf.of(day, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
