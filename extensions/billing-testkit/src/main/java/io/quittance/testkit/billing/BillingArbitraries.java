package io.quittance.testkit.billing;

import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.Contract;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.InvoicingRequirements;
import io.quittance.core.contract.PaymentTerms;
import io.quittance.core.contract.Renewal;
import io.quittance.core.id.ContractId;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.TaxTable;
import io.quittance.core.pricing.Discount;
import io.quittance.core.pricing.SpendMaximum;
import io.quittance.core.pricing.SpendMinimum;
import io.quittance.core.pricing.TermCommitment;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import io.quittance.core.usage.UsageEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Contracts and what happens to them, to find mistakes: charges of all kinds in all cycles, in advance and in arrears, with
 * phases, later prices, discounts, minimums, maximums and commitments; amendments of the past and of the future, ends, pauses and
 * withdrawals; usage that is late, taken back, out of order and out of the term; and runs on any days, with months between
 * them or none.
 */
public final class BillingArbitraries {
    private static final CustomerId CUSTOMER = CustomerId.of("ACME");
    private static final LocalDate EARLIEST = LocalDate.of(2024, 1, 1);

    private BillingArbitraries() {}

    /** Lives of any contract. */
    public static Arbitrary<BillingLife> lives() {
        return lives(contracts());
    }

    /** Lives of contracts whose prices never fall as more is used. */
    public static Arbitrary<BillingLife> risingLives() {
        return lives(risingContracts());
    }

    private static Arbitrary<BillingLife> lives(Arbitrary<ContractHistory> contracts) {
        return contracts.flatMap(contract -> usageOf(contract).flatMap(usage -> livesOf(contract, usage)));
    }

    /** Treatments that change with the days, and tables that turn out to be others later on. */
    public static Arbitrary<KnownTaxes> taxes() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(-30, 800).map(EARLIEST::plusDays);
        return Combinators.combine(taxTables(), days, taxTables())
                .as((first, day, then) -> new KnownTaxes(first, endOf(day), then));
    }

    private static Arbitrary<TaxTable> taxTables() {
        Arbitrary<TaxTreatment[]> treatments = Arbitraries.of(
                new TaxTreatment[] {TaxTreatment.standard("19")},
                new TaxTreatment[] {TaxTreatment.standard("16")},
                new TaxTreatment[] {TaxTreatment.reverseCharge()},
                new TaxTreatment[] {
                    TaxTreatment.standard("4").in("US-NY"),
                    TaxTreatment.standard("4.5").in("US-NYC")
                });
        Arbitrary<List<Integer>> days = Arbitraries.integers()
                .between(0, 600)
                .list()
                .uniqueElements()
                .ofMaxSize(3)
                .map(list -> list.stream().sorted().toList());
        return Combinators.combine(treatments, days, treatments.list().ofSize(3), treatments)
                .as((first, changes, others, minimum) -> {
                    TaxTable table = TaxTable.of(first);
                    for (int i = 0; i < changes.size(); i++) {
                        table = table.from(EARLIEST.plusDays(changes.get(i)), others.get(i));
                    }
                    return table.charge("terms.minimum", minimum);
                });
    }

    /** Lives of one contract: when its usage becomes known, and when it is billed. */
    public static Arbitrary<BillingLife> livesOf(ContractHistory contract, List<UsageEvent> usage) {
        Arbitrary<Integer> delays = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(1, 120)));
        Arbitrary<List<ReportedUsage>> reported = Combinators.combine(
                        delays.list().ofSize(usage.size()), delays.list().ofSize(usage.size()))
                .as((late, back) -> reported(usage, late, back));
        return Combinators.combine(reported, runsOf(contract))
                .as((known, runs) -> new BillingLife(contract, known, runs));
    }

    private static List<ReportedUsage> reported(List<UsageEvent> usage, List<Integer> late, List<Integer> back) {
        var reported = new ArrayList<ReportedUsage>();
        for (int i = 0; i < usage.size(); i++) {
            UsageEvent event = usage.get(i);
            Instant at = event.time().plus(Duration.ofDays(late.get(i)));
            boolean stays = back.get(i) % 3 != 1;
            reported.add(new ReportedUsage(event, at, stays ? null : at.plus(Duration.ofDays(back.get(i)))));
        }
        return reported;
    }

    /** Up to six runs from shortly before the contract begins to some time after its end. */
    private static Arbitrary<List<AsOf>> runsOf(ContractHistory contract) {
        ServicePeriod term = contract.signed().term();
        int most = (int) Math.min(term.days(), 800) + 90;
        return Arbitraries.integers()
                .between(-5, most)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(offsets -> offsets.stream()
                        .sorted()
                        .map(term.start()::plusDays)
                        .map(day -> AsOf.of(day, endOf(day)))
                        .toList());
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Contracts of two weeks to more than a year, with up to four amendments. */
    public static Arbitrary<ContractHistory> contracts() {
        return contracts(false);
    }

    /** The same without prices that fall as more is used. */
    public static Arbitrary<ContractHistory> risingContracts() {
        return contracts(true);
    }

    private static Arbitrary<ContractHistory> contracts(boolean rising) {
        Arbitrary<ServicePeriod> spans = Combinators.combine(
                        Arbitraries.of("2024-01-01", "2024-01-31", "2024-02-29", "2024-03-15"),
                        Arbitraries.of("P1Y", "P1M", "P3M", "P14D", "P45D", "P14M"))
                .as((start, length) -> new ServicePeriod(
                        LocalDate.parse(start), LocalDate.parse(start).plus(Period.parse(length))));
        Arbitrary<Renewal> renewals =
                Arbitraries.of(Renewal.none(), Renewal.none(), Renewal.none(), Renewal.of("P1M", "P10D"));
        Arbitrary<Contract> signed = Combinators.combine(spans, renewals, terms(rising))
                .as((term, renewal, terms) ->
                        Contract.of(ContractId.of("C-1"), CUSTOMER, term, terms).renewed(renewal));
        return Combinators.combine(signed, drafts(rising).list().ofMaxSize(4)).as(BillingArbitraries::amended);
    }

    /** What an amendment is about, before it is known to which contract it belongs. */
    private record Draft(int kind, int day, int length, int recorded, ContractTerms terms) {}

    private static Arbitrary<Draft> drafts(boolean rising) {
        return Combinators.combine(
                        Arbitraries.of(0, 0, 0, 1, 2, 3),
                        Arbitraries.integers().between(0, 250),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(-5, 300),
                        terms(rising))
                .as(Draft::new);
    }

    private static ContractHistory amended(Contract signed, List<Draft> drafts) {
        LocalDate start = signed.term().start();
        ContractHistory history = ContractHistory.of(signed, endOf(start.minusDays(10)));
        Set<String> holding = new LinkedHashSet<>();
        int number = 0;
        for (Draft draft :
                drafts.stream().sorted(Comparator.comparingInt(Draft::recorded)).toList()) {
            number++;
            String key = "A-" + number;
            Instant recorded = endOf(start.plusDays(draft.recorded()))
                    .minus(Duration.ofHours(12))
                    .plusSeconds(number);
            if (draft.kind() == 3) {
                if (!holding.isEmpty()) {
                    String withdrawn = new ArrayList<>(holding).get(draft.day() % holding.size());
                    holding.remove(withdrawn);
                    history = history.amended(Amendment.withdrawal(key, withdrawn, recorded));
                }
                continue;
            }
            LocalDate day = start.plusDays(draft.day());
            Amendment amendment = switch (draft.kind()) {
                case 0 -> Amendment.terms(key, day, recorded, draft.terms());
                case 1 -> Amendment.end(key, day.plusDays(1), recorded);
                default -> Amendment.pause(key, new ServicePeriod(day, day.plusDays(draft.length())), recorded);
            };
            if (Contracts.keepsCycles(history, amendment)) {
                holding.add(key);
                history = history.amended(amendment);
            }
        }
        return history;
    }

    /** Ends and pauses of a contract, and its signed terms from another day on. */
    public static Arbitrary<Amendment> amendmentsOf(ContractHistory contract) {
        return amendments(
                contract.signed().term().start(),
                Arbitraries.just(contract.signed().terms()));
    }

    /** Ends, pauses and terms of any contract that these generators give. */
    public static Arbitrary<Amendment> amendments() {
        return amendments(LocalDate.of(2024, 3, 15), terms(false));
    }

    private static Arbitrary<Amendment> amendments(LocalDate start, Arbitrary<ContractTerms> terms) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 250),
                        Arbitraries.integers().between(1, 60),
                        terms)
                .as((kind, offset, length, other) -> {
                    LocalDate day = start.plusDays(offset);
                    return switch (kind) {
                        case 0 -> Amendment.terms("A", day, Instant.EPOCH, other);
                        case 1 -> Amendment.end("A", day.plusDays(1), Instant.EPOCH);
                        default -> Amendment.pause("A", new ServicePeriod(day, day.plusDays(length)), Instant.EPOCH);
                    };
                });
    }

    /** Terms with up to four charges. */
    public static Arbitrary<ContractTerms> terms() {
        return terms(false);
    }

    private static Arbitrary<ContractTerms> terms(boolean rising) {
        Arbitrary<UnaryOperator<ContractTerms.Builder>> agreements = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(UnaryOperator.identity())),
                Tuple.of(
                        4,
                        Arbitraries.of(
                                terms -> terms.discount(Discount.percent("all", "10")),
                                terms -> terms.discount(Discount.amount("welcome", "150.00")),
                                terms -> terms.maximum(SpendMaximum.of("200.00")),
                                terms -> terms.minimum(SpendMinimum.of("120.00")),
                                terms -> terms.commitment(
                                        TermCommitment.of("600").perPeriod("50").carryingOver()),
                                terms -> terms.commitment(
                                        TermCommitment.of("300").overageFactor("0.5")))));
        Arbitrary<InvoicingRequirements> invoicing = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(InvoicingRequirements.none())),
                Tuple.of(1, Arbitraries.just(InvoicingRequirements.none().withMinimum("250.00"))),
                Tuple.of(
                        1,
                        Arbitraries.just(InvoicingRequirements.none()
                                .withCredits(InvoicingRequirements.Credits.APART)
                                .groupedBy(InvoicingRequirements.Grouping.CHARGE_GROUP))));
        return Combinators.combine(
                        ChargeArbitraries.charges(EARLIEST, rising),
                        Arbitraries.of("Europe/Berlin", "Europe/Berlin", "America/New_York", "Pacific/Apia"),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(BillingCycle.monthly())),
                                Tuple.of(1, ChargeArbitraries.cycles())),
                        agreements,
                        invoicing)
                .as((charges, zone, cycle, agreed, asked) -> {
                    ContractTerms.Builder builder = ContractTerms.builder()
                            .currency("EUR")
                            .zone(zone)
                            .billed(cycle)
                            .invoicing(asked)
                            .paymentTerms(PaymentTerms.net(30));
                    charges.forEach(builder::charge);
                    return agreed.apply(builder).build();
                });
    }

    /** Up to ten events on what the contract measures at any time, some before its start or after its end. */
    public static Arbitrary<List<UsageEvent>> usageOf(ContractHistory contract) {
        var metered = new ArrayList<Charge>();
        Set<String> seen = new HashSet<>();
        Contracts.terms(contract).stream()
                .flatMap(terms -> terms.charges().stream())
                .filter(charge ->
                        charge.kind().isMetered() && seen.add(charge.id().value()))
                .forEach(metered::add);
        if (metered.isEmpty()) {
            return Arbitraries.just(List.of());
        }
        ServicePeriod term = contract.signed().term();
        Arbitrary<UsageEvent> event = Combinators.combine(
                        Arbitraries.of(metered),
                        Arbitraries.integers().between(-3, (int) Math.min(term.days(), 800) + 3),
                        Arbitraries.of(0, 43_200, 86_399, 79_200),
                        Arbitraries.of("1", "5", "12", "0.5", "30"),
                        Arbitraries.of(true, false))
                .as((charge, day, second, quantity, first) -> event(
                        charge,
                        quantity,
                        term.start()
                                .plusDays(day)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .plusSeconds(second),
                        first));
        return event.list().ofMaxSize(10).map(BillingArbitraries::numbered);
    }

    private static UsageEvent event(Charge charge, String quantity, Instant time, boolean first) {
        String meter = charge.meter().id().value();
        UsageEvent event = UsageEvent.of("e", CUSTOMER.value(), meter, quantity, time.toString());
        return switch (charge.kind()) {
            case TIME_AND_MATERIALS -> event.with("role", first ? "senior" : "junior");
            case MILESTONES ->
                UsageEvent.of("e", CUSTOMER.value(), meter, "1", time.toString())
                        .with("milestone", first ? "design" : "go-live");
            default -> event;
        };
    }

    private static List<UsageEvent> numbered(List<UsageEvent> events) {
        var numbered = new ArrayList<UsageEvent>();
        for (UsageEvent event : events) {
            UsageEvent copy = UsageEvent.of(
                    "e-" + numbered.size(), event.customer(), event.meter(), event.quantity(), event.time());
            for (var dimension : event.dimensions().entrySet()) {
                copy = copy.with(dimension.getKey(), dimension.getValue());
            }
            numbered.add(copy);
        }
        return Collections.unmodifiableList(numbered);
    }
}
