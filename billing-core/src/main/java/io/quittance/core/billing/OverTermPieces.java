package io.quittance.core.billing;

import io.quittance.core.money.Amount;
import io.quittance.core.rating.RatedCharge;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.core.tax.TaxTreatment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What is counted over the whole term, due in the pieces in which it was billed and what was added since, so that each is taxed
 * by its own last day: a milestone that was billed in June keeps the rate of June when the next one is billed in July. What is
 * taken back is taken off the latest pieces.
 */
final class OverTermPieces {
    private final RatedCharge rated;
    private final Content content;
    private final Function<ServicePeriod, List<TaxTreatment>> taxes;
    private final List<BilledLine> pieces = new ArrayList<>();
    private final List<Amount> amounts = new ArrayList<>();

    private OverTermPieces(RatedCharge rated, Content content, Function<ServicePeriod, List<TaxTreatment>> taxes) {
        this.rated = rated;
        this.content = content;
        this.taxes = taxes;
    }

    /**
     * The lines that are due. Where nothing is, and all that was billed was taken back, it stays in its pieces, of nothing and taxed as they were.
     *
     * @param billed what was billed of the charge on the same terms
     * @param taxes how some days are taxed
     */
    static List<DueLine> of(
            RatedCharge rated,
            Content content,
            List<BilledLine> billed,
            Function<ServicePeriod, List<TaxTreatment>> taxes) {
        var due = new OverTermPieces(rated, content, taxes);
        List<BilledLine> sorted = billed.stream()
                .sorted(Comparator.comparing(line -> line.days().start()))
                .toList();
        sorted.stream().filter(line -> line.amount().signum() != 0).forEach(due::take);
        if (due.pieces.isEmpty() && rated.amount().signum() == 0) {
            sorted.stream().filter(line -> line.revision() > 0).forEach(due::take);
            if (!due.pieces.isEmpty()) {
                return due.takenBack();
            }
        }
        return due.lines();
    }

    private List<DueLine> takenBack() {
        return pieces.stream()
                .map(line -> new DueLine(rated, content, line.days(), line.amount(), line.taxes()))
                .toList();
    }

    private void take(BilledLine line) {
        if (rated.period().contains(line.days())
                && pieces.stream()
                        .allMatch(
                                piece -> piece.days().intersection(line.days()).isEmpty())) {
            pieces.add(line);
            amounts.add(line.amount());
        }
    }

    private List<DueLine> lines() {
        Amount added = amounts.stream().reduce(rated.amount(), Amount::subtract);
        List<ServicePeriod> left =
                rated.period().without(pieces.stream().map(BilledLine::days).toList());
        boolean isAdded = pieces.isEmpty() || (added.signum() > 0 && !left.isEmpty());
        if (!isAdded) {
            correct(added);
        }
        var lines = new ArrayList<DueLine>();
        for (int i = 0; i < pieces.size(); i++) {
            lines.add(line(pieces.get(i).days(), amounts.get(i)));
        }
        if (isAdded) {
            lines.add(line(
                    new ServicePeriod(
                            left.get(0).start(), left.get(left.size() - 1).end()),
                    added));
        }
        return lines;
    }

    /** Takes off the latest pieces what they have; what is more, or is added to days that were billed, is of the last one. */
    private void correct(Amount difference) {
        Amount rest = difference;
        for (int i = amounts.size() - 1; i >= 0 && rest.signum() < 0; i--) {
            Amount has = amounts.get(i).max(Amount.zero(rest.getCurrency()));
            Amount taken = has.min(rest.negate());
            amounts.set(i, amounts.get(i).subtract(taken));
            rest = rest.add(taken);
        }
        int last = amounts.size() - 1;
        amounts.set(last, amounts.get(last).add(rest));
    }

    private DueLine line(ServicePeriod days, Amount amount) {
        return new DueLine(rated, content, days, amount, taxes.apply(days));
    }
}
