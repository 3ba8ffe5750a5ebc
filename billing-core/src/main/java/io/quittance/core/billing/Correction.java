package io.quittance.core.billing;

import io.quittance.core.contract.Charge;
import io.quittance.core.explain.Explanation;
import io.quittance.core.id.ChargeId;
import io.quittance.core.id.ContractId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Apportionment;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The difference between what was billed for a period and what is due for it, as lines: what was billed on terms that hold no
 * longer is given back for their days, what is due on new ones is charged, and what is on the same terms is corrected by its
 * difference. All lines together are what is due less what was billed, to the cent.
 *
 * <p>What is taxed otherwise than it was billed is given back as it was taxed, and charged anew.
 *
 * <p>Of a line that was billed for more days than its terms now hold, what is still due for the others stays as it was billed;
 * what is given back is the rest of what was billed, not a price of today. 12.00 for January, of which 1 to 24 January at 9.29
 * stay, give back 2.71.
 */
final class Correction {
    /** UN/ECE Recommendation 20: one. What is given back is a piece of what was billed; how many units it was is not kept. */
    private static final String ONE = "C62";

    private final ContractId contract;
    private final ServicePeriod period;
    private final Function<BilledLine, @Nullable Content> contents;
    private final List<BillLine> lines = new ArrayList<>();

    /** Of the charge that is settled: more than that of any line that was billed of it in the period. */
    private int revision;

    private final List<BilledLine> after = new ArrayList<>();

    /** A line that was billed, and what of it is still accounted for by lines that are due. */
    private static final class Billed {
        private final BilledLine line;
        private final List<ServicePeriod> kept = new ArrayList<>();
        private final List<Due> parts = new ArrayList<>();
        /** Those of its days that are taxed otherwise now: it is given back, and they are charged anew. */
        private final List<Due> retaxed = new ArrayList<>();

        private Amount rest;

        private Billed(BilledLine line) {
            this.line = line;
            rest = line.amount();
        }

        private boolean isTaxedAs(Due due) {
            return line.amount().signum() == 0 || LineTaxes.areSame(line.taxes(), due.line.taxes());
        }

        /** Whether it is given back for no other reason than how it was taxed. */
        private boolean isOnlyRetaxed() {
            return retaxed.stream().anyMatch(due -> due.same == this);
        }
    }

    /** A line that is due, and what of it was billed. */
    private static final class Due {
        private final DueLine line;
        private final List<ServicePeriod> billed = new ArrayList<>();
        private @Nullable Billed same;
        private @Nullable Billed gone;
        private Amount rest;
        private Amount credited;
        private Amount kept;

        private Due(DueLine line) {
            this.line = line;
            rest = line.amount();
            credited = zero(rest);
            kept = zero(rest);
        }
    }

    private Correction(ContractId contract, ServicePeriod period, Function<BilledLine, @Nullable Content> contents) {
        this.contract = contract;
        this.period = period;
        this.contents = contents;
    }

    /**
     * What is to be billed.
     *
     * @param period the whole period
     * @param billed what was billed for it
     * @param due what is due for it
     * @param contents what was agreed for the days of a line that was billed; null if that is not known any more
     */
    static Correction of(
            ContractId contract,
            ServicePeriod period,
            List<BilledLine> billed,
            List<DueLine> due,
            Function<BilledLine, @Nullable Content> contents) {
        var correction = new Correction(contract, period, contents);
        Map<ChargeId, List<Due>> dueByCharge = new LinkedHashMap<>();
        Map<ChargeId, List<Billed>> billedByCharge = new LinkedHashMap<>();
        for (DueLine line : due) {
            dueByCharge.computeIfAbsent(line.charge(), id -> new ArrayList<>()).add(new Due(line));
        }
        for (BilledLine line : billed) {
            billedByCharge
                    .computeIfAbsent(line.charge(), id -> new ArrayList<>())
                    .add(new Billed(line));
        }
        Set<ChargeId> charges = new LinkedHashSet<>(dueByCharge.keySet());
        charges.addAll(billedByCharge.keySet());
        charges.forEach(charge -> correction.settle(
                billedByCharge.getOrDefault(charge, List.of()), dueByCharge.getOrDefault(charge, List.of())));
        return correction;
    }

    /** What is to be billed, credits first for each charge. */
    List<BillLine> lines() {
        return lines;
    }

    /** What has been billed when the lines are. */
    List<BilledLine> after() {
        return after;
    }

    private void settle(List<Billed> billed, List<Due> due) {
        revision =
                billed.stream().mapToInt(each -> each.line.revision() + 1).max().orElse(0);
        for (Due line : due) {
            line.same = same(line, billed);
            line.gone = line.same == null ? gone(line, billed) : null;
        }
        for (Billed before : billed) {
            for (Due line : due) {
                link(before, line);
            }
        }
        var left = new ArrayList<BilledLine>();
        for (Billed before : billed) {
            Amount kept = credit(before);
            BilledLine rest = handOn(before, kept);
            if (due.stream().noneMatch(line -> line.same == before || line.gone == before)) {
                left.add(rest);
            }
        }
        for (Due line : due) {
            after.add(charge(line));
        }
        after.addAll(left);
    }

    /** The line that was billed for the same days, on the same terms or at the same amount. */
    private @Nullable Billed same(Due due, List<Billed> billed) {
        for (Billed before : billed) {
            if (before.line.days().equals(due.line.days())
                    && before.line.amount().signum() != 0
                    && (isSame(before, due) || before.line.amount().equals(due.line.amount()))) {
                return before;
            }
        }
        return null;
    }

    /** A line of the same days and terms of which nothing is billed any more, or never was. */
    private @Nullable Billed gone(Due due, List<Billed> billed) {
        for (Billed before : billed) {
            if (before.line.days().equals(due.line.days()) && isSame(before, due)) {
                return before;
            }
        }
        return null;
    }

    private boolean isSame(Billed before, Due due) {
        return before.line.terms().equals(due.line.terms())
                || due.line.content().equals(contents.apply(before.line));
    }

    /** Where one of two lines on the same terms covers the days of the other, the other is a part of it. */
    private void link(Billed before, Due due) {
        ServicePeriod was = before.line.days();
        ServicePeriod is = due.line.days();
        if (due.same == before) {
            due.rest = atLeastCredited(due.line.amount(), before.line);
            if (before.isTaxedAs(due)) {
                before.kept.add(was);
                due.billed.add(is);
                before.rest = zero(before.rest);
                due.rest = due.rest.subtract(before.line.amount());
            } else {
                before.retaxed.add(due);
            }
        } else if (isPart(before, is) && isFree(before, due) && isSame(before, due)) {
            if (!before.isTaxedAs(due)) {
                if (is.contains(was) || was.contains(is)) {
                    before.parts.add(due);
                    before.retaxed.add(due);
                }
            } else if (is.contains(
                    was)) { // also of the same days, where nothing was billed: others may have been a part
                before.parts.add(due);
                before.kept.add(was);
                before.rest = zero(before.rest);
                due.billed.add(was);
                due.rest = due.rest.subtract(before.line.amount());
            } else if (was.contains(is)) {
                before.parts.add(due);
                before.kept.add(is);
                before.rest = before.rest.subtract(due.line.amount());
                due.billed.add(is);
                due.rest = zero(due.rest);
            }
        }
    }

    /** A line that was taken back is no part of another; one that never came to anything may be a part of a longer one. */
    private static boolean isPart(Billed before, ServicePeriod is) {
        return before.line.amount().signum() != 0 || (before.line.revision() == 0 && is.contains(before.line.days()));
    }

    /** A line that is corrected by its difference is no part of another. */
    private boolean isFree(Billed before, Due due) {
        return due.same == null
                && !before.isOnlyRetaxed()
                && before.kept.stream().noneMatch(days -> days.equals(before.line.days()));
    }

    /** What is due of a line, of which no less stays billed than was given back of it beside the runs. */
    private static Amount atLeastCredited(Amount due, BilledLine line) {
        return line.credited().signum() > 0 ? due.max(line.credited()) : due;
    }

    private static Amount zero(Amount amount) {
        return Amount.zero(amount.getCurrency());
    }

    /**
     * Gives back what is left of a line, no more than was not given back otherwise.
     *
     * @return what would be given back and was already
     */
    private Amount credit(Billed before) {
        Amount credit = before.rest.signum() > 0 ? before.line.creditable(before.rest) : before.rest;
        List<ServicePeriod> spans = before.line.days().without(before.kept);
        if (credit.signum() != 0) {
            addCredits(before, spans.isEmpty() ? List.of(before.line.days()) : spans, credit);
        }
        return before.rest.subtract(credit);
    }

    /**
     * What was given back of a line beside the bill runs goes on with the lines that take its place, and with it what therefore
     * stays billed: a line comes to no less than was given back of it.
     */
    private BilledLine handOn(Billed before, Amount notCredited) {
        Amount kept = notCredited;
        for (Due due : before.retaxed) { // it stays billed as it was taxed, and is not charged anew
            Amount stays = kept.min(due.rest.max(zero(due.rest)));
            due.rest = due.rest.subtract(stays);
            kept = kept.subtract(stays);
        }
        Amount credited = before.line.credited();
        for (Due part : before.parts) {
            Amount room = part.line.amount().subtract(part.credited);
            Amount share = credited.min(room.max(zero(room)));
            part.credited = part.credited.add(share);
            credited = credited.subtract(share);
        }
        if (before.parts.isEmpty()) {
            return before.line.amounting(kept, revision);
        }
        Due last = before.parts.get(before.parts.size() - 1);
        last.credited = last.credited.add(credited);
        last.kept = last.kept.add(kept);
        return before.line.credited(zero(kept)).amounting(zero(kept), revision);
    }

    /** By the days of each span, in differences of rounded sums, so that they add up. */
    private void addCredits(Billed before, List<ServicePeriod> spans, Amount credit) {
        Rounding rounding = Rounding.toMinorUnit(credit.getCurrency());
        long[] days = spans.stream().mapToLong(ServicePeriod::days).toArray();
        List<Amount> shares = Apportionment.cumulative(rounding).split(credit, days);
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).signum() != 0) {
                addCredit(before, spans.get(i), shares.get(i));
            }
        }
    }

    private void addCredit(Billed before, ServicePeriod span, Amount share) {
        BilledLine line = before.line;
        Content content = contents.apply(line);
        Charge charge = content == null ? null : content.charge();
        BillLine.Kind kind = share.signum() > 0 ? BillLine.Kind.CREDIT : BillLine.Kind.DIFFERENCE;
        Explanation reason = before.isOnlyRetaxed()
                ? Explanation.of(
                        BillLine.RETAXED,
                        "{0} given back for {1}, which was taxed by {2}",
                        share.toFraction(),
                        span,
                        line.taxes())
                : Explanation.of(
                        "bill.credit",
                        "{0} given back for {1}, of {2} billed for {3}",
                        share.toFraction(),
                        span,
                        line.amount().toFraction(),
                        line.days());
        lines.add(new BillLine(
                id(line.charge(), line.terms(), span, kind),
                kind,
                contract,
                line.charge(),
                line.terms(),
                period,
                span,
                charge == null ? line.charge().value() : charge.name(),
                Fraction.of(-1),
                ONE,
                share.negate(),
                List.of(reason),
                content == null ? null : content.order(),
                content == null ? null : content.group(),
                line.taxes()));
    }

    private String id(ChargeId charge, String terms, ServicePeriod days, BillLine.Kind kind) {
        return LineId.of(contract, terms, charge, period, days, kind, revision);
    }

    private BilledLine charge(Due due) {
        DueLine line = due.line;
        Billed known = due.same == null ? due.gone : due.same;
        boolean first = known == null && due.billed.isEmpty();
        if (first ? isShown(line) : due.rest.signum() != 0) {
            addCharge(due, due.rest);
        }
        if (known == null) {
            return BilledLine.of(
                            line.charge(),
                            line.terms(),
                            line.days(),
                            line.amount().add(due.kept))
                    .credited(due.credited)
                    .taxed(line.taxes())
                    .revision(revision);
        }
        Amount amount = atLeastCredited(line.amount(), known.line).add(due.kept);
        BilledLine settled = known.line
                .under(line.terms())
                .credited(known.line.credited().add(due.credited))
                .taxed(taxes(due))
                .amounting(amount, revision);
        return isRetaxed(due) ? settled.revision(revision) : settled;
    }

    private static boolean isRetaxed(Due due) {
        return due.same != null && due.same.isOnlyRetaxed();
    }

    /** What corrects a line is taxed as that was billed, where that is known; all else as is determined. */
    private static List<TaxTreatment> taxes(Due due) {
        Billed known = due.same == null ? due.gone : due.same;
        List<TaxTreatment> anew = due.line.taxes();
        if (known == null || known.line.taxes().isEmpty()) {
            return anew;
        }
        boolean stays = known.line.amount().signum() != 0 && !isRetaxed(due);
        return stays || anew.isEmpty() ? known.line.taxes() : anew;
    }

    private void addCharge(Due due, Amount rest) {
        DueLine line = due.line;
        BillLine.Kind kind = due.same == null || isRetaxed(due) ? BillLine.Kind.CHARGE : BillLine.Kind.DIFFERENCE;
        List<ServicePeriod> spans = due.same == null ? line.days().without(due.billed) : List.of();
        ServicePeriod days = spans.isEmpty()
                ? line.days()
                : new ServicePeriod(
                        spans.get(0).start(), spans.get(spans.size() - 1).end());
        lines.add(new BillLine(
                id(line.charge(), line.terms(), days, kind),
                kind,
                contract,
                line.charge(),
                line.terms(),
                period,
                days,
                line.rated().name(),
                line.rated().quantity(),
                line.rated().unit(),
                rest,
                explained(line, rest),
                line.content().order(),
                line.content().group(),
                taxes(due)));
    }

    private static boolean isShown(DueLine line) {
        Charge charge = line.content().charge();
        return line.amount().signum() != 0 || (charge != null && !charge.kind().isOverTerm());
    }

    private static List<Explanation> explained(DueLine line, Amount rest) {
        var reasons = new ArrayList<>(line.rated().explanations());
        Amount due = line.rated().amount();
        if (!rest.equals(due)) {
            reasons.add(Explanation.of(
                    "bill.difference",
                    "due {0}, billed before {1}: {2}",
                    due.toFraction(),
                    due.subtract(rest).toFraction(),
                    rest.toFraction()));
        }
        return reasons;
    }
}
