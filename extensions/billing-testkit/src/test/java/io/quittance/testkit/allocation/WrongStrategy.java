package io.quittance.testkit.allocation;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.EvenSpread;
import io.quittance.ar.allocation.InOrder;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.ar.payment.Remittance;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.core.explain.Explanation;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Rounding;
import io.quittance.testkit.internal.InTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Strategies that are wrong on purpose, each by one law. */
@SuppressWarnings({"ImmutableEnumChecker", "NullAway"}) // what strategies of others may do
enum WrongStrategy {
    GIVES_ALL_TO_THE_OLDEST(
            AllocationLaw.WITHIN_ITEM,
            () -> request -> request.items().stream()
                    .limit(request.available().signum())
                    .map(item -> line(item.id(), request.available()))
                    .toList()),
    FORGETS_EARLIER_PAYMENTS(
            AllocationLaw.WITHIN_ITEM,
            () -> request -> pour(
                    request.items().stream()
                            .map(item -> OpenItem.of(item.receivable()))
                            .toList(),
                    request.available())),
    PAYS_EVERY_ITEM(
            AllocationLaw.WITHIN_PAYMENT,
            () -> request -> request.items().stream()
                    .map(item -> line(item.id(), item.open()))
                    .toList()),
    COUNTS_THE_MONEY_FROM_ANEW(
            AllocationLaw.WITHIN_PAYMENT,
            () -> request -> request.items().stream()
                    .filter(item -> request.available().signum() > 0)
                    .map(item -> line(item.id(), item.open().min(request.available())))
                    .toList()),
    REPEATS_AN_ITEM(AllocationLaw.ITEM_ONCE, () -> request -> {
        var lines = new ArrayList<AllocationLine>();
        for (AllocationLine line : right(request)) {
            Amount half = AllocationArbitraries.part(line.amount(), 500);
            if (half.signum() > 0) {
                lines.add(line(line.item(), half));
            }
            lines.add(line(line.item(), line.amount().subtract(half)));
        }
        return lines;
    }),
    TAKES_BACK(
            AllocationLaw.POSITIVE,
            () -> request -> right(request).stream()
                    .map(line -> line(line.item(), line.amount().negate()))
                    .toList()),
    LISTS_WHAT_GETS_NOTHING(
            AllocationLaw.POSITIVE,
            () -> request -> request.items().stream()
                    .map(item -> line(item.id(), item.open().subtract(item.open())))
                    .toList()),
    SPLITS_CENTS(
            AllocationLaw.MINOR_UNIT,
            () -> request -> right(request).stream()
                    .map(line -> line(line.item(), line.amount().multiply(new BigDecimal("0.5"))))
                    .toList()),
    BELIEVES_THE_PAYER(
            AllocationLaw.KNOWN_ITEM,
            () -> request -> request.remittances().stream()
                    .filter(named -> request.available().signum() > 0)
                    .map(Remittance::item)
                    .filter(named ->
                            request.items().stream().noneMatch(item -> item.id().equals(named)))
                    .limit(1)
                    .map(named -> line(named, request.available()))
                    .toList()),
    PAYS_IN_DOLLARS(
            AllocationLaw.CURRENCY,
            () -> request -> right(request).stream()
                    .map(line -> line(line.item(), Amount.of("0.01", "USD")))
                    .toList()),
    THROWS_WHEN_THERE_IS_NOTHING_TO_PAY(AllocationLaw.ANSWERS, () -> request -> {
        OpenItem first = request.items().iterator().next();
        return pour(List.of(first), request.available());
    }),
    ANSWERS_WITH_NULL(AllocationLaw.ANSWERS, () -> request -> request.items().size() < 3 ? null : right(request)),
    ANSWERS_WITH_A_HOLE(AllocationLaw.ANSWERS, () -> request -> {
        var lines = new ArrayList<AllocationLine>(right(request));
        lines.add(null);
        return lines;
    }),
    NEVER_ANSWERS(
            AllocationLaw.ANSWERS,
            () -> request -> InTime.answer(() -> evenUntilNothingIsLeft(request), Duration.ofMillis(250))),
    ANSWERS_WITHOUT_END(
            AllocationLaw.KNOWN_ITEM,
            () -> request -> new AbstractList<>() {
                @Override
                public AllocationLine get(int index) {
                    return line(
                            ReceivableId.of("none of them " + index),
                            Amount.ofMinor(1, request.available().getCurrency()));
                }

                @Override
                public int size() {
                    return Integer.MAX_VALUE;
                }
            }),
    KEEPS_STATE(AllocationLaw.SAME_ANSWER, () -> {
        var settled = new HashSet<ReceivableId>();
        return request -> pour(
                request.items().stream().filter(item -> settled.add(item.id())).toList(), request.available());
    }),
    LOOKS_AT_IDENTITY(
            AllocationLaw.EQUAL_QUESTION,
            () -> request -> pour(
                    request.items().stream()
                            .sorted(Comparator.comparingInt(System::identityHashCode))
                            .toList(),
                    request.available())),
    EXPLAINS_WHAT_IS_OPEN(
            AllocationLaw.EXPLANATION,
            () -> request -> right(request).stream()
                    .map(line -> AllocationLine.of(
                            line.item(), line.amount(), Explanation.of("test.open", "{0}", open(request, line))))
                    .toList()),
    SAYS_NO_AMOUNT(
            AllocationLaw.EXPLANATION,
            () -> request -> right(request).stream()
                    .map(line -> AllocationLine.of(
                            line.item(), line.amount(), Explanation.of("test.none", "because {0}", line.item())))
                    .toList()),
    PREFERS_SHORT_NAMES(
            AllocationLaw.RENAMING,
            () -> request -> pour(
                    request.items().stream()
                            .sorted(Comparator.comparingInt(
                                    item -> item.id().value().length()))
                            .toList(),
                    request.available())),
    SORTS_BY_HASH(
            AllocationLaw.RENAMING,
            () -> request -> pour(
                    request.items().stream()
                            .sorted(Comparator.comparingInt(
                                    item -> item.id().value().hashCode()))
                            .toList(),
                    request.available())),
    DROPS_THE_REMAINDER(AllocationLaw.EXHAUSTION, () -> WrongStrategy::proRataRoundedDown),
    PREFERS_AN_EXACT_MATCH(
            AllocationLaw.MONOTONICITY,
            () -> request -> request.items().stream()
                    .filter(item -> item.open().equals(request.available()))
                    .findFirst()
                    .map(item -> List.of(line(item.id(), item.open())))
                    .orElseGet(() -> right(request))),
    LEAVES_NO_REST_BELOW_ONE_BUT_GIVES_IT_TO_THE_NEXT(
            AllocationLaw.MONOTONICITY, () -> WrongStrategy::withoutSmallRests),
    PAYS_THE_LARGEST_FIRST(
            AllocationLaw.SPLITTING,
            () -> request -> pour(
                    request.items().stream()
                            .sorted(Comparator.comparing(
                                            (OpenItem item) -> item.open().toBigDecimal())
                                    .reversed()
                                    .thenComparing(OpenItem.BY_DUE_DATE))
                            .toList(),
                    request.available())),
    IGNORES_THE_CAP(AllocationLaw.WITHIN_ITEM, () -> WrongStrategy::evenWithoutCaps),
    ADDS_UP_IN_A_LONG(AllocationLaw.WITHIN_PAYMENT, () -> WrongStrategy::clearsByAnOverflowingSum),
    GOES_BY_THE_VALUE_DATE(
            AllocationLaw.VALUE_DATE,
            () -> request -> pour(
                    Stream.concat(
                                    request.items().stream().filter(item -> isDue(item, request)),
                                    request.items().stream()
                                            .filter(item -> !isDue(item, request))
                                            .sorted(OpenItem.BY_DUE_DATE.reversed()))
                            .toList(),
                    request.available())),
    PAYS_WHAT_IS_DISPUTED(AllocationLaw.IRRELEVANCE, OldestDueFirst::new),
    SWAPS_THE_TIE_BREAK(
            AllocationLaw.PRIORITY,
            () -> request -> pour(
                    request.items().stream()
                            .sorted(Comparator.comparing(OpenItem::dueDate)
                                    .thenComparing(OpenItem::id)
                                    .thenComparing(OpenItem::documentDate))
                            .toList(),
                    request.available())),
    COUNTS_THE_DUE_DAY_AS_PAST(
            AllocationLaw.PRIORITY,
            () -> request -> pour(
                    request.items().stream()
                            .sorted(Comparator.comparing((OpenItem item) -> item.daysPastDue(request.date()) >= 0)
                                    .thenComparing(OpenItem.BY_DUE_DATE))
                            .toList(),
                    request.available())),
    PAYS_WHERE_MOST_IS_OPEN(
            AllocationLaw.COMMUTATION,
            () -> InOrder.of("most-open", Comparator.comparing(OpenItem::open).reversed())),
    SHARES_BY_HEADS(AllocationLaw.FAIRNESS, EvenSpread::new),
    READS_THE_CLOCK(
            AllocationLaw.TIMELESSNESS,
            () -> request -> pour(
                    request.items().stream()
                            .filter(item -> item.dueDate().isBefore(LocalDate.now(ZoneOffset.UTC)))
                            .toList(),
                    request.available())),
    ASKS_THE_MACHINE_WHICH_DAY_IT_IS(
            AllocationLaw.PLACELESSNESS,
            () -> request -> pour(
                    request.items().stream()
                            .filter(item -> item.dueDate()
                                    .isBefore(request.date()
                                            .atTime(12, 0)
                                            .atZone(ZoneOffset.UTC)
                                            .withZoneSameInstant(ZoneId.systemDefault())
                                            .toLocalDate()))
                            .toList(),
                    request.available())),
    SPEAKS_THE_LANGUAGE_OF_THE_MACHINE(
            AllocationLaw.PLACELESSNESS,
            () -> request -> right(request).stream()
                    .map(line -> AllocationLine.of(
                            line.item(),
                            line.amount(),
                            Explanation.of(
                                    "test.local",
                                    "{0} on {1}",
                                    line.amount(),
                                    request.date().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.getDefault()))))
                    .toList());

    private final AllocationLaw law;
    private final Supplier<AllocationStrategy> supplier;

    WrongStrategy(AllocationLaw law, Supplier<AllocationStrategy> supplier) {
        this.law = law;
        this.supplier = supplier;
    }

    /** The law it breaks. */
    AllocationLaw law() {
        return law;
    }

    /** A new one, that has not been asked yet. */
    AllocationStrategy strategy() {
        return supplier.get();
    }

    private static List<AllocationLine> right(AllocationRequest request) {
        return new OldestDueFirst().propose(request);
    }

    private static boolean isDue(OpenItem item, AllocationRequest request) {
        return item.daysPastDue(request.payment().valueDate()) >= 0;
    }

    private static List<AllocationLine> pour(List<OpenItem> items, Amount money) {
        var lines = new ArrayList<AllocationLine>();
        Amount left = money;
        for (OpenItem item : items) {
            Amount paid = item.open().min(left);
            if (paid.signum() > 0) {
                lines.add(line(item.id(), paid));
                left = left.subtract(paid);
            }
        }
        return lines;
    }

    /** Of an item that is not closed, at least 1.00 is left open; the money that this leaves goes on. */
    private static List<AllocationLine> withoutSmallRests(AllocationRequest request) {
        var lines = new ArrayList<AllocationLine>();
        Amount left = request.available();
        for (OpenItem item : request.items()) {
            Amount most = item.open().subtract(Amount.of(BigDecimal.ONE, left.getCurrency()));
            Amount paid = left.isLessThan(item.open()) ? left.min(most) : item.open();
            if (paid.signum() > 0) {
                lines.add(line(item.id(), paid));
                left = left.subtract(paid);
            }
        }
        return lines;
    }

    /**
     * Shares rounded down, again and again until nothing is left: of 0.20 over forty items each share is nothing, for ever. It heeds an
     * interrupt, as the loops of others do not, so that no test leaves it running.
     */
    private static List<AllocationLine> evenUntilNothingIsLeft(AllocationRequest request) {
        var paid = new LinkedHashMap<ReceivableId, Amount>();
        List<OpenItem> open = request.items();
        Amount left = request.available();
        while (left.signum() > 0 && !open.isEmpty() && !Thread.currentThread().isInterrupted()) {
            Amount share = left.prorated(1, open.size(), cents(open.get(0)));
            for (OpenItem item : open) {
                Amount before = paid.getOrDefault(item.id(), Amount.zero(left.getCurrency()));
                Amount part = share.min(item.open().subtract(before));
                paid.put(item.id(), before.add(part));
                left = left.subtract(part);
            }
            open = open.stream()
                    .filter(item -> !item.open().equals(paid.get(item.id())))
                    .toList();
        }
        return request.items().stream()
                .filter(item ->
                        paid.containsKey(item.id()) && paid.get(item.id()).signum() > 0)
                .map(item -> line(item.id(), paid.get(item.id())))
                .toList();
    }

    private static List<AllocationLine> evenWithoutCaps(AllocationRequest request) {
        int count = request.items().size();
        return request.items().stream()
                .map(item -> line(item.id(), request.available().prorated(1, count, cents(item))))
                .filter(line -> line.amount().signum() > 0)
                .toList();
    }

    /** Two amounts near the end of a long come to less than nothing. */
    private static List<AllocationLine> clearsByAnOverflowingSum(AllocationRequest request) {
        long sum = 0;
        for (OpenItem item : request.items()) {
            sum += item.open().toUnscaledLong(cents(item).scale());
        }
        BigDecimal total = BigDecimal.valueOf(sum);
        boolean clears = total.movePointLeft(
                                request.items().isEmpty()
                                        ? 0
                                        : cents(request.items().get(0)).scale())
                        .compareTo(request.available().toBigDecimal())
                <= 0;
        return clears
                ? request.items().stream()
                        .map(item -> line(item.id(), item.open()))
                        .toList()
                : List.of();
    }

    private static Rounding cents(OpenItem item) {
        return Rounding.toMinorUnit(item.open().getCurrency(), RoundingMode.DOWN);
    }

    private static List<AllocationLine> proRataRoundedDown(AllocationRequest request) {
        BigDecimal sum = request.items().stream()
                .map(item -> item.open().toBigDecimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal money = request.available().toBigDecimal().min(sum);
        var lines = new ArrayList<AllocationLine>();
        for (OpenItem item : request.items()) {
            BigDecimal share = item.open().toBigDecimal().multiply(money);
            int places = item.open().getCurrency().getDefaultFractionDigits();
            Amount paid = Amount.of(
                    share.divide(sum, places, RoundingMode.DOWN), item.open().getCurrency());
            if (paid.signum() > 0) {
                lines.add(line(item.id(), paid));
            }
        }
        return lines;
    }

    private static Amount open(AllocationRequest request, AllocationLine line) {
        return request.items().stream()
                .filter(item -> item.id().equals(line.item()))
                .map(OpenItem::open)
                .findFirst()
                .orElseThrow();
    }

    private static AllocationLine line(ReceivableId item, Amount amount) {
        return AllocationLine.of(item, amount, Explanation.of("test.wrong", "{0} on purpose", amount));
    }
}
