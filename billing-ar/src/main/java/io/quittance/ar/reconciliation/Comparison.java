package io.quittance.ar.reconciliation;

import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the differences of one account, of which both balances are in one currency. Not safe to share between threads. */
final class Comparison {
    private static final Comparator<Difference> ORDER = Comparator.comparing(
                    (Difference one) -> one.about().isEmpty())
            .thenComparing(one -> one.about().orElse(""))
            .thenComparing(Difference::type)
            .thenComparing(Difference::amount);

    private static final Comparator<LedgerLine> LEDGER_ORDER = Comparator.comparing(LedgerLine::date)
            .thenComparing(LedgerLine::reference)
            .thenComparing(LedgerLine::amount)
            .thenComparing(LedgerLine::disputed)
            .thenComparing(LedgerLine::isOnAccount);
    private static final Comparator<StatedLine> STATED_ORDER = Comparator.comparing(StatedLine::date)
            .thenComparing(StatedLine::reference)
            .thenComparing(line -> line.amount().getCurrency().getCurrencyCode())
            .thenComparing(line -> line.amount().toBigDecimal());

    private final LedgerAccount ledger;
    private final StatedAccount stated;
    private final ReconciliationPolicy policy;
    private final Amount zero;
    private final SortedMap<String, Document> documents = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    /** What one side has alone, before it is known whether the other has it under another reference. */
    private final List<LedgerLine> onlyLedger = new ArrayList<>();

    private final List<StatedLine> onlyStated = new ArrayList<>();

    Comparison(LedgerAccount ledger, StatedAccount stated, ReconciliationPolicy policy) {
        this.ledger = ledger;
        this.stated = stated;
        this.policy = policy;
        this.zero = Amount.zero(ledger.balance().getCurrency());
    }

    /** By reference; they add up to the stated balance less that of the ledger. */
    List<Difference> differences() {
        List<StatedLine> lines = stated.statedLines().orElse(null);
        if (lines == null) {
            unexplained(stated.balance().subtract(ledger.balance()), "no-lines", "nothing is stated but the balance");
        } else {
            collect(lines);
            documents.values().forEach(this::compare);
            new OtherReferences(onlyLedger, onlyStated)
                    .pair((one, other) -> add(
                            DifferenceType.REFERENCE,
                            one.reference(),
                            zero,
                            List.of(one),
                            List.of(other),
                            "reference",
                            "{0} is stated as {1}",
                            one,
                            other));
            onlyLedger.forEach(this::missing);
            onlyStated.forEach(this::missing);
            compareOpening(lines);
        }
        differences.sort(ORDER);
        return differences;
    }

    private void collect(List<StatedLine> lines) {
        Map<String, String> references = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (LedgerLine line : sorted(ledger.lines(), LEDGER_ORDER)) {
            if (line.amount().signum() != 0) { // what is of nothing changes nothing
                Document document = document(line.reference());
                (isLater(line.date()) ? document.ledgerLater : document.ledger).add(line);
            }
            for (String name : line.names()) {
                String before = references.putIfAbsent(name, line.reference());
                if (before != null && !before.equals(line.reference())) {
                    ambiguous.add(name);
                }
            }
        }
        references.keySet().removeAll(ambiguous);
        for (StatedLine line : sorted(lines, STATED_ORDER)) {
            String written = line.reference();
            Document document =
                    document(documents.containsKey(written) ? written : references.getOrDefault(written, written));
            if (isComparable(line) && line.amount().signum() != 0) {
                (isLater(line.date()) ? document.statedLater : document.stated).add(line);
            } else if (!isComparable(line) && !isLater(line.date())) {
                document.foreign.add(line);
            }
        }
    }

    /** The answer does not depend on the order in which lines are given. */
    private static <T> List<T> sorted(List<T> lines, Comparator<T> order) {
        return lines.stream().sorted(order).toList();
    }

    private Document document(String reference) {
        return documents.computeIfAbsent(reference, Document::new);
    }

    private boolean isLater(LocalDate day) {
        return day.isAfter(ledger.date());
    }

    private boolean isComparable(StatedLine line) {
        return line.amount()
                .getCurrency()
                .getCurrencyCode()
                .equals(zero.getCurrency().getCurrencyCode());
    }

    private void compare(Document document) {
        document.agree();
        document.inTransit(
                (one, later) -> add(
                        DifferenceType.TIMING,
                        document.reference,
                        one.amount().negate(),
                        List.of(one),
                        List.of(later),
                        "stated-later",
                        "{0} is stated after the date, as {1}",
                        one,
                        later),
                (later, one) -> add(
                        DifferenceType.TIMING,
                        document.reference,
                        one.amount(),
                        List.of(later),
                        List.of(one),
                        "posted-later",
                        "{1} is in the ledger after the date, as {0}",
                        later,
                        one));
        document.withOtherSign((one, other) -> add(
                DifferenceType.SIGN,
                document.reference,
                other.amount().subtract(one.amount()),
                List.of(one),
                List.of(other),
                "sign",
                "{0} is stated with the other sign, as {1}",
                one,
                other));
        rest(document);
    }

    private void rest(Document document) {
        if (!document.foreign.isEmpty()) {
            Amount amount = sumOf(document.stated).subtract(sum(document.ledger));
            var all = new ArrayList<>(document.stated);
            all.addAll(document.foreign);
            add(
                    DifferenceType.CURRENCY,
                    document.reference,
                    amount,
                    document.ledger,
                    all,
                    "currency",
                    "{0} is stated in another currency than {1}",
                    document.foreign.get(0),
                    zero.getCurrency().getCurrencyCode());
        } else if (!document.ledger.isEmpty() && !document.stated.isEmpty()) {
            otherAmount(document);
        } else {
            alone(document);
        }
    }

    private void otherAmount(Document document) {
        List<LedgerLine> lines = document.ledger;
        Amount has = sum(lines);
        Amount states = sumOf(document.stated);
        Amount contested = zero.max(contested(lines).min(has.subtract(states)));
        if (contested.signum() > 0) {
            inDispute(document.reference, lines, document.stated, contested);
        }
        Amount rest = states.subtract(has).add(contested);
        if (rest.signum() == 0) {
            return;
        }
        boolean isRounding = rest.abs().isLessThanOrEqualTo(Amount.ofMinor(policy.roundingUnits(), zero.getCurrency()));
        add(
                isRounding ? DifferenceType.ROUNDING : DifferenceType.AMOUNT,
                document.reference,
                rest,
                lines,
                document.stated,
                isRounding ? "rounding" : "amount",
                isRounding ? "{0} is stated as {1}, which is rounded" : "{0} is stated as {1}",
                has,
                states);
    }

    private void alone(Document document) {
        for (LedgerLine line : document.ledger) {
            if (document.hasAgreed(line.amount())) {
                add(
                        DifferenceType.DUPLICATE,
                        document.reference,
                        line.amount().negate(),
                        List.of(line),
                        List.of(),
                        "ledger-twice",
                        "the ledger has {0} once more",
                        line);
            } else {
                onlyLedger.add(line);
            }
        }
        for (StatedLine line : document.stated) {
            if (document.hasAgreed(line.amount())) {
                add(
                        DifferenceType.DUPLICATE,
                        document.reference,
                        line.amount(),
                        List.of(),
                        List.of(line),
                        "stated-twice",
                        "{0} is stated once more",
                        line);
            } else {
                onlyStated.add(line);
            }
        }
    }

    private void missing(LedgerLine line) {
        List<LedgerLine> one = List.of(line);
        if (line.isOnAccount()) {
            missing(
                    DifferenceType.ON_ACCOUNT,
                    line,
                    line.amount(),
                    "on-account",
                    "{0} is on account, and settles nothing yet");
            return;
        }
        Amount contested = zero.max(line.disputed().min(line.amount()));
        if (contested.signum() > 0) {
            inDispute(line.reference(), one, List.of(), contested);
        }
        Amount rest = line.amount().subtract(contested);
        if (rest.signum() != 0 && isUsual(line.date())) {
            missing(DifferenceType.TIMING, line, rest, "not-stated-yet", "{0} is not stated yet");
        } else if (rest.signum() != 0) {
            missing(DifferenceType.MISSING_AT_COUNTERPARTY, line, rest, "not-stated", "{0} is not stated");
        }
    }

    private void missing(DifferenceType type, LedgerLine line, Amount amount, String key, String words) {
        add(type, line.reference(), amount.negate(), List.of(line), List.of(), key, words, line);
    }

    private void missing(StatedLine line) {
        boolean isUsual = isUsual(line.date());
        add(
                isUsual ? DifferenceType.TIMING : DifferenceType.MISSING_IN_LEDGER,
                line.reference(),
                line.amount(),
                List.of(),
                List.of(line),
                isUsual ? "not-posted-yet" : "not-posted",
                isUsual ? "{0} is not in the ledger yet" : "{0} is not in the ledger",
                line);
    }

    /** Whether what is of that day may be in transit still. */
    private boolean isUsual(LocalDate day) {
        return ledger.date().toEpochDay() - day.toEpochDay() < policy.transitDays();
    }

    private void inDispute(String reference, List<LedgerLine> lines, List<StatedLine> others, Amount contested) {
        add(
                DifferenceType.IN_DISPUTE,
                reference,
                contested.negate(),
                lines,
                others,
                "in-dispute",
                "{0} of {1} is contested",
                contested,
                reference);
    }

    /** What the lines do not say: it is of before them, or the counterparty does not add up. */
    private void compareOpening(List<StatedLine> lines) {
        Amount sum = zero;
        for (StatedLine line : lines) {
            if (isComparable(line) && !isLater(line.date())) {
                sum = sum.add(line.amount());
            }
        }
        Amount opening = stated.openedWith().orElse(null);
        if (opening == null) {
            Amount before = stated.balance().subtract(sum).subtract(ledger.opening());
            unexplained(before, "unexplained", "the lines do not say it");
            return;
        }
        Amount before = opening.subtract(ledger.opening());
        if (before.signum() != 0) {
            add(
                    DifferenceType.OPENING,
                    null,
                    before,
                    List.of(),
                    List.of(),
                    "opening",
                    "it opens with {0}, the ledger with {1}",
                    opening,
                    ledger.opening());
        }
        Amount comesTo = opening.add(sum);
        if (!stated.balance().equals(comesTo)) {
            add(
                    DifferenceType.STATED_SUM,
                    null,
                    stated.balance().subtract(comesTo),
                    List.of(),
                    List.of(),
                    "stated-sum",
                    "{0} is stated, its lines come to {1}",
                    stated.balance(),
                    comesTo);
        }
    }

    private void unexplained(Amount amount, String key, String words) {
        if (amount.signum() != 0) {
            add(DifferenceType.UNEXPLAINED, null, amount, List.of(), List.of(), key, words);
        }
    }

    private void add(
            DifferenceType type,
            @Nullable String reference,
            Amount amount,
            List<LedgerLine> ofLedger,
            List<StatedLine> ofStated,
            String key,
            String words,
            Object... arguments) {
        var why = Explanation.of("reconciliation." + key, words, arguments);
        differences.add(new Difference(type, reference, amount, ofLedger, ofStated, why));
    }

    private Amount sum(List<LedgerLine> lines) {
        return lines.stream().map(LedgerLine::amount).reduce(zero, Amount::add);
    }

    private Amount contested(List<LedgerLine> lines) {
        return lines.stream().map(LedgerLine::disputed).reduce(zero, Amount::add);
    }

    private Amount sumOf(List<StatedLine> lines) {
        return lines.stream().map(StatedLine::amount).reduce(zero, Amount::add);
    }
}
