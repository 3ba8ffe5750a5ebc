package io.quittance.testkit.billing;

import io.quittance.core.billing.BillLine;
import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.BillingFinding;
import io.quittance.core.contract.Amendment;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.id.ChargeId;
import io.quittance.core.invoice.InvoiceDraft;
import io.quittance.core.invoice.InvoiceLine;
import io.quittance.core.invoice.TaxDetermination;
import io.quittance.core.money.Amount;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.usage.UsageEvent;
import io.quittance.core.usage.UsageSource;
import io.quittance.testkit.BrokenLaw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The laws of bill runs as plain functions: each answers with the laws that are broken, and with an empty list if all is well.
 * An engine that throws breaks {@link BillingLaw#ANSWERS} by each of them. They know nothing of jqwik or JUnit.
 *
 * <p>What is compared is the sum of all lines that were ever billed, by charge and period, to the cent; so the sums of periods
 * and of the whole life are equal as well.
 */
public final class BillingLaws {
    private static final ChargeId COMMITMENT = ChargeId.of("terms.commitment");

    private BillingLaws() {}

    /** All laws that hold for every contract, except that of {@linkplain #brokenByWithdrawal a withdrawal}. */
    public static List<BrokenLaw> broken(BillingEngine engine, BillingLife life) {
        var broken = new ArrayList<BrokenLaw>();
        broken.addAll(brokenBySplitting(engine, life));
        broken.addAll(brokenByPreview(engine, life));
        broken.addAll(brokenByRunningAgain(engine, life));
        broken.addAll(brokenByIds(engine, life));
        broken.addAll(brokenByDocuments(engine, life));
        broken.addAll(brokenByReads(engine, life));
        return List.copyOf(broken);
    }

    /**
     * Whether all runs together bill what one run on the last day bills, which knows all.
     *
     * <p>The law is about what runs bill, so there are no lines in it that were credited beside them: of these a run gives back
     * less. It is not asked where a charge {@linkplain BillingFinding.Code#DECREASE_REFUSED never decreases} but would, since
     * one run that knows all never billed what the others must not take back; nor where something could not be rated in the
     * end, which stays as it was billed until it can be.
     */
    public static List<BrokenLaw> brokenBySplitting(BillingEngine engine, BillingLife life) {
        return judged(life, () -> {
            Billed split = Billed.by(engine, life);
            Billed whole = Billed.by(engine, life.atOnce());
            return isHeld(split) || isHeld(whole)
                    ? List.of()
                    : difference(BillingLaw.SPLIT_RUNS, "all runs", split.sums(), "one run", whole.sums());
        });
    }

    private static boolean isHeld(Billed billed) {
        return billed.findings().contains(BillingFinding.Code.DECREASE_REFUSED) || !isRated(billed.last());
    }

    private static boolean isRated(Billed.Step step) {
        return step.run().findings().stream()
                .noneMatch(finding -> finding.code() == BillingFinding.Code.NOT_RATED
                        || finding.code() == BillingFinding.Code.NOT_TAXED);
    }

    /**
     * Whether all runs together bill of each treatment what one run on the last day bills, which knows all, also how it is taxed:
     * what was billed with another treatment was given back with that and charged anew. What is counted over the whole term
     * counts without its treatments, since it is taxed by the days up to which a run bills it. Not asked as {@link
     * #brokenBySplitting} is not.
     *
     * @param engines the engine with a determination
     */
    public static List<BrokenLaw> brokenByTaxes(
            Function<TaxDetermination, BillingEngine> engines, BillingLife life, KnownTaxes taxes) {
        BillingEngine engine = taxes.engine(engines);
        return judged(life, () -> {
            Billed split = Billed.by(engine, life);
            Billed whole = Billed.by(engine, life.atOnce());
            return isHeld(split) || isHeld(whole)
                    ? List.of()
                    : difference(
                            BillingLaw.TAXES,
                            "all runs",
                            Billed.taxed(life.contract(), split.lines()),
                            "one run",
                            Billed.taxed(life.contract(), whole.lines()));
        });
    }

    /**
     * Whether an amendment that is recorded and billed after the last run, and then withdrawn and billed again, leaves all sums
     * as they were. Not asked where a charge never decreases, something could not be rated, or the amendment changes the cycle
     * of what is counted over periods, which contracts refuse.
     *
     * @param amendment terms, an end or a pause; its key and its instant are replaced
     */
    public static List<BrokenLaw> brokenByWithdrawal(BillingEngine engine, BillingLife life, Amendment amendment) {
        return judged(life, () -> {
            ContractHistory known = Contracts.known(life.contract(), life.last().knownAt());
            Instant recorded = life.last().knownAt().plusSeconds(1);
            Instant withdrawn = recorded.plusSeconds(1);
            Amendment meant = Contracts.recorded(amendment, "law", recorded);
            if (!Contracts.keepsCycles(known, meant)) {
                return List.of();
            }
            ContractHistory amended = known.amended(meant);
            ContractHistory back = amended.amended(Amendment.withdrawal("law back", "law", withdrawn));
            Billed billed = Billed.by(engine, life.of(known));
            Map<String, Amount> before = billed.sums();
            billed.then(engine, amended, AsOf.of(life.last().date(), recorded));
            billed.then(engine, back, AsOf.of(life.last().date(), withdrawn));
            Map<String, Amount> after = Billed.sums(back, billed.lines());
            return isHeld(billed)
                    ? List.of()
                    : difference(BillingLaw.WITHDRAWAL, "after " + amendment, after, "before it", before);
        });
    }

    /**
     * Whether more was given back of a charge and period than was billed, at any time, line by line, where prices are not
     * negative and never fall as more is used; a price by volume may fall, and then pieces of it are negative by themselves. The commitment of the terms is left out: what
     * lies above it may be cheaper, or paid by what was carried over, so that its line is negative as agreed.
     */
    public static List<BrokenLaw> brokenByCredits(BillingEngine engine, BillingLife life) {
        return judged(life, () -> {
            var broken = new ArrayList<BrokenLaw>();
            Map<String, Amount> sums = new TreeMap<>();
            for (Billed.Step step : Billed.by(engine, life).steps()) {
                for (BillLine line : step.run().lines()) {
                    String place = Billed.place(life.contract(), line);
                    if (line.charge().equals(COMMITMENT)) {
                        continue;
                    }
                    Amount sum = sums.merge(place, line.amount(), Amount::add);
                    if (sum.signum() < 0) {
                        broken.add(new BrokenLaw(BillingLaw.CREDIT_CAP, place + " comes to " + sum + " by " + line));
                    }
                }
                step.run().periods().stream()
                        .flatMap(period -> period.lines().stream())
                        .filter(line ->
                                line.amount().signum() < 0 && !line.charge().equals(COMMITMENT))
                        .forEach(line -> broken.add(new BrokenLaw(BillingLaw.CREDIT_CAP, line + " is left")));
            }
            return broken;
        });
    }

    /** Whether each run, asked again with the same, gives the same, and leaves what it was given as it was. */
    public static List<BrokenLaw> brokenByPreview(BillingEngine engine, BillingLife life) {
        return judged(life, () -> {
            var broken = new ArrayList<BrokenLaw>();
            for (Billed.Step step : Billed.by(engine, life).steps()) {
                List<Object> before =
                        List.of(step.before().mark(), step.before().periods());
                BillRun again = engine.bill(life.contract(), step.usage(), step.before(), step.asOf());
                if (!answer(again).equals(answer(step.run()))) {
                    broken.add(new BrokenLaw(
                            BillingLaw.PREVIEW, "first " + answer(step.run()) + ", then " + answer(again)));
                }
                if (!before.equals(List.of(step.before().mark(), step.before().periods()))) {
                    broken.add(new BrokenLaw(BillingLaw.PREVIEW, "what was billed before changed"));
                }
            }
            return broken;
        });
    }

    private static List<Object> answer(BillRun run) {
        List<List<InvoiceLine>> documents =
                run.documents().stream().map(draft -> draft.lines()).toList();
        return List.of(run.date(), run.lines(), documents, run.findings(), run.periods(), run.mark());
    }

    /**
     * Whether a run on the day of the last one, or on a day before, bills nothing: with usage of which nothing is new, and with
     * a source that reports all usage as late.
     */
    public static List<BrokenLaw> brokenByRunningAgain(BillingEngine engine, BillingLife life) {
        return judged(life, () -> {
            var broken = new ArrayList<BrokenLaw>();
            for (Billed.Step step : Billed.by(engine, life).steps()) {
                Instant knownAt = step.asOf().knownAt();
                List<UsageEvent> all = life.usage().stream()
                        .filter(reported -> reported.isKnown(knownAt))
                        .map(ReportedUsage::event)
                        .toList();
                var nothingNew = new ReportedSource(life.usage(), knownAt, knownAt);
                for (UsageSource usage : List.of(nothingNew, UsageSource.of(all))) {
                    for (int daysAgo : new int[] {0, 1, 40}) {
                        AsOf asOf = AsOf.of(step.asOf().date().minusDays(daysAgo), knownAt);
                        BillRun again = engine.bill(life.contract(), usage, step.after(), asOf);
                        if (!again.isEmpty()
                                || !again.documents().isEmpty()
                                || !again.periods().isEmpty()
                                || !again.mark().equals(step.after().mark())) {
                            broken.add(new BrokenLaw(
                                    BillingLaw.RUN_AGAIN, answer(again) + " on " + asOf + " after " + step.run()));
                        }
                    }
                }
            }
            return broken;
        });
    }

    /**
     * Whether usage in another order is billed the same, run by run.
     *
     * @param reordered the same as the usage of the life
     */
    public static List<BrokenLaw> brokenByOrder(BillingEngine engine, BillingLife life, List<ReportedUsage> reordered) {
        return judged(life, () -> {
            List<BillLine> lines = Billed.by(engine, life).lines();
            List<BillLine> others = Billed.by(engine, life.using(reordered)).lines();
            return lines.equals(others)
                    ? List.of()
                    : List.of(new BrokenLaw(BillingLaw.ORDER_OF_ARRIVAL, lines + ", but " + others));
        });
    }

    /** Whether two lines of the whole life have one id. */
    public static List<BrokenLaw> brokenByIds(BillingEngine engine, BillingLife life) {
        return judged(life, () -> {
            var broken = new ArrayList<BrokenLaw>();
            Map<String, BillLine> seen = new HashMap<>();
            for (BillLine line : Billed.by(engine, life).lines()) {
                BillLine first = seen.putIfAbsent(line.id(), line);
                if (first != null) {
                    broken.add(new BrokenLaw(BillingLaw.UNIQUE_IDS, first + " and " + line));
                }
            }
            return broken;
        });
    }

    /** Whether each line that was billed stands on one document, or waits for one, with its amount. */
    public static List<BrokenLaw> brokenByDocuments(BillingEngine engine, BillingLife life) {
        return judged(life, () -> {
            var broken = new ArrayList<BrokenLaw>();
            for (Billed.Step step : Billed.by(engine, life).steps()) {
                List<String> given = new ArrayList<>();
                step.before().mark().waiting().forEach(line -> given.add(line.id() + ": " + line.amount()));
                step.run().lines().forEach(line -> given.add(line.id() + ": " + line.amount()));
                List<String> placed = new ArrayList<>();
                step.run().documents().stream()
                        .forEach(draft -> draft.lines()
                                .forEach(line -> placed.add(line.id().orElse("") + ": "
                                        + (draft.type().isCredit()
                                                ? line.netAmount().negate()
                                                : line.netAmount()))));
                step.run().documents().stream()
                        .filter(draft -> draft.type().isCredit() && isNegative(draft))
                        .forEach(draft -> broken.add(new BrokenLaw(
                                BillingLaw.DOCUMENTS, "negative credit note " + draft.totals() + " " + draft.taxes())));
                step.run().mark().waiting().forEach(line -> placed.add(line.id() + ": " + line.amount()));
                given.sort(null);
                placed.sort(null);
                if (!given.equals(placed)) {
                    broken.add(new BrokenLaw(BillingLaw.DOCUMENTS, "billed " + given + ", but placed " + placed));
                }
            }
            return broken;
        });
    }

    private static boolean isNegative(InvoiceDraft draft) {
        return Stream.concat(
                        Stream.of(draft.totals().withoutTax(), draft.totals().withTax()),
                        draft.taxes().subtotals().stream().flatMap(group -> Stream.of(group.taxable(), group.tax())))
                .anyMatch(amount -> amount.signum() < 0);
    }

    /**
     * Whether a charge that cannot be rated, put beside the others, is reported, and the others are billed as without it. What
     * is agreed for all charges together waits for it, so that the law is not asked where the terms agree on a maximum, a
     * minimum, a commitment or discounts.
     */
    public static List<BrokenLaw> brokenByRefusal(BillingEngine engine, BillingLife life) {
        if (Contracts.terms(life.contract()).stream().anyMatch(BillingLaws::hasAgreements)) {
            return List.of();
        }
        return judged(life, () -> {
            Billed without = Billed.by(engine, life);
            BillingLife other = life.of(Contracts.beside(life.contract(), Contracts.REFUSED));
            Billed with = Billed.by(engine, other);
            var broken = new ArrayList<BrokenLaw>(difference(
                    BillingLaw.NOTHING_BLOCKS, "beside a charge that fails", with.sums(), "without", without.sums()));
            if (isServed(life) && !with.findings().contains(BillingFinding.Code.NOT_RATED)) {
                broken.add(new BrokenLaw(BillingLaw.NOTHING_BLOCKS, "no finding of the charge that fails"));
            }
            return broken;
        });
    }

    /** Whether the contract begins by the last run, and does not rest. */
    private static boolean isServed(BillingLife life) {
        ContractHistory contract = life.contract();
        return !life.last().date().isBefore(contract.signed().term().start())
                && !life.last().knownAt().isBefore(contract.signedAt())
                && contract.amendments().stream().allMatch(amendment -> amendment.kind() != Amendment.Kind.PAUSE);
    }

    private static boolean hasAgreements(ContractTerms terms) {
        return terms.maximum().isPresent()
                || terms.minimum().isPresent()
                || terms.commitment().isPresent()
                || !terms.discounts().list().isEmpty();
    }

    /**
     * Whether a run asks for a period that is closed and did not change, or for the usage of one. A run may look at the one
     * before a period that it bills, which tells what is left of discounts and commitments, and at the one after it, which
     * tells whether that changed.
     */
    public static List<BrokenLaw> brokenByReads(BillingEngine engine, BillingLife life) {
        return judged(life, () -> {
            var broken = new ArrayList<BrokenLaw>();
            for (Billed.Step step : Billed.by(engine, life).steps()) {
                Reads.needless(engine, life.contract(), step)
                        .forEach(read -> broken.add(new BrokenLaw(BillingLaw.READS, read)));
            }
            return broken;
        });
    }

    private static List<BrokenLaw> judged(BillingLife life, Supplier<List<BrokenLaw>> law) {
        try {
            return List.copyOf(law.get());
        } catch (RuntimeException e) {
            return List.of(
                    new BrokenLaw(BillingLaw.ANSWERS, "threw " + e + " at " + e.getStackTrace()[0] + " for " + life));
        }
    }

    private static List<BrokenLaw> difference(
            BillingLaw law, String one, Map<String, Amount> ones, String other, Map<String, Amount> others) {
        var places = new ArrayList<>(ones.keySet());
        places.addAll(others.keySet());
        return places.stream()
                .distinct()
                .filter(place -> !String.valueOf(ones.get(place)).equals(String.valueOf(others.get(place))))
                .map(place -> new BrokenLaw(
                        law, place + ": " + one + " " + ones.get(place) + ", " + other + " " + others.get(place)))
                .toList();
    }
}
