package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.discount.DiscountQuote;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment.Kind;
import io.quittance.ar.settlement.DiscountPolicy;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.ar.settlement.Withholding;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Amount;
import io.quittance.testkit.BrokenLaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * The laws of settlements as plain functions: each answers with the laws that are broken, and with an empty list if all is well. They
 * know nothing of jqwik or JUnit. What settles is a function, such as {@code request -> Settlement.of(request, strategy, policy)}; what
 * it throws breaks {@link SettlementLaw#ANSWERS}.
 */
public final class SettlementLaws {
    private SettlementLaws() {}

    /** The laws that a settlement breaks for this payment, and those of the same and an equal payment settled again. */
    public static List<BrokenLaw> broken(
            AllocationRequest request, SettlementPolicy policy, Function<AllocationRequest, Settlement> settling) {
        return judged(request, policy, settling, settlement -> {
            var broken = new ArrayList<>(broken(request, policy, settlement));
            broken.addAll(unlike(SettlementLaw.SAME_ANSWER, settlement, request, policy, settling));
            broken.addAll(unlike(SettlementLaw.EQUAL_QUESTION, settlement, copy(request), policy, settling));
            return broken;
        });
    }

    /** The laws that this settlement breaks, however it was made. */
    public static List<BrokenLaw> broken(AllocationRequest request, SettlementPolicy policy, Settlement settlement) {
        var broken = new ArrayList<BrokenLaw>();
        brokenByMoney(request, settlement).ifPresent(broken::add);
        Map<ReceivableId, OpenItem> items =
                request.items().stream().collect(Collectors.toMap(OpenItem::id, item -> item));
        settlement.closed().forEach((id, closed) -> {
            OpenItem item = items.get(id);
            if (item == null) {
                broken.add(new BrokenLaw(
                        SettlementLaw.KNOWN_ITEM, closed + " of " + id + ", which is none of " + request));
            } else if (closed.isGreaterThan(item.open())) {
                broken.add(new BrokenLaw(SettlementLaw.WITHIN_ITEM, closed + " of " + item));
            }
        });
        for (OpenItem item : request.items()) {
            brokenByWithholding(item, policy, settlement).ifPresent(broken::add);
            brokenByDiscount(item, policy, settlement, request).ifPresent(broken::add);
        }
        broken.addAll(ToleranceLaw.broken(request, policy, settlement));
        broken.addAll(ShortPayLaw.broken(request, policy, settlement));
        return List.copyOf(broken);
    }

    /**
     * Whether a part of the money and then the rest earn no more discount of any item than all of it at once could, but for a minor unit
     * each (law 19). A policy that grants all of a discount for a part payment cannot promise it: it grants another for the next one.
     *
     * @param first what comes first; at most what is available
     */
    public static List<BrokenLaw> brokenInParts(
            AllocationRequest request,
            MonetaryAmount first,
            SettlementPolicy policy,
            Function<AllocationRequest, Settlement> settling) {
        Amount part = Amount.from(first);
        AllocationRequest before = AllocationRequest.of(request.payment(), part, request.items());
        return judged(before, policy, settling, one -> {
            var left = new ArrayList<OpenItem>();
            for (OpenItem item : request.items()) {
                Amount open = one.openAfter(item);
                if (open.signum() > 0) {
                    left.add(OpenItem.of(item.receivable(), open, item.isDisputed()));
                }
            }
            Amount rest = request.available().subtract(part);
            AllocationRequest after = AllocationRequest.of(request.payment(), rest, left);
            return judged(after, policy, settling, two -> inParts(request, policy, one, two));
        });
    }

    private static List<BrokenLaw> inParts(
            AllocationRequest request, SettlementPolicy policy, Settlement one, Settlement two) {
        var broken = new ArrayList<BrokenLaw>();
        Amount units = Amount.ofMinor(2, request.available().getCurrency());
        for (OpenItem item : request.items()) {
            Amount most = offered(item, policy.discounts(), request)
                    .map(DiscountQuote::discount)
                    .orElseGet(() -> units.subtract(units));
            Amount first = discount(item, one);
            Amount second = discount(item, two);
            if (first.add(second).isGreaterThan(most.add(units))) {
                broken.add(new BrokenLaw(
                        SettlementLaw.PARTS,
                        first + " and then " + second + ", but " + most + " at once: " + item + ", " + request));
            }
        }
        return broken;
    }

    private static Amount discount(OpenItem item, Settlement settlement) {
        return settlement
                .adjusted(item.id(), Kind.EARLY_PAYMENT_DISCOUNT)
                .add(settlement.adjusted(item.id(), Kind.LATE_DISCOUNT));
    }

    private static Optional<BrokenLaw> brokenByMoney(AllocationRequest request, Settlement settlement) {
        Amount spent = settlement.income();
        for (AllocationLine line : settlement.allocation().lines()) {
            spent = spent.add(line.amount());
        }
        Amount all = spent.add(settlement.onAccount());
        boolean isKept = settlement.allocation().source().equals(request.payment())
                && all.isEqualTo(request.available())
                && settlement.onAccount().signum() >= 0;
        return isKept
                ? Optional.empty()
                : Optional.of(new BrokenLaw(
                        SettlementLaw.MONEY,
                        spent + " applied or taken and " + settlement.onAccount() + " on account of "
                                + settlement.allocation().source() + ": " + request));
    }

    private static Optional<BrokenLaw> brokenByWithholding(
            OpenItem item, SettlementPolicy policy, Settlement settlement) {
        Amount asked = policy.withholdings().stream()
                .filter(kept -> kept.item().equals(item.id()))
                .map(Withholding::amount)
                .reduce(Amount.zero(item.open().getCurrency()), Amount::add);
        Amount kept = settlement.adjusted(item.id(), Kind.WITHHOLDING_TAX);
        return kept.isEqualTo(asked)
                ? Optional.empty()
                : Optional.of(new BrokenLaw(SettlementLaw.WITHHELD, kept + " instead of " + asked + ": " + item));
    }

    private static Optional<BrokenLaw> brokenByDiscount(
            OpenItem item, SettlementPolicy policy, Settlement settlement, AllocationRequest request) {
        Amount early = settlement.adjusted(item.id(), Kind.EARLY_PAYMENT_DISCOUNT);
        Amount late = settlement.adjusted(item.id(), Kind.LATE_DISCOUNT);
        Optional<DiscountQuote> quote = offered(item, policy.discounts(), request);
        Amount most = quote.map(DiscountQuote::discount).orElseGet(() -> Amount.zero(early.getCurrency()));
        boolean isLate = quote.map(DiscountQuote::late).orElse(false);
        boolean isKept = early.add(late).isLessThanOrEqualTo(most) && (isLate ? early : late).signum() == 0;
        return isKept
                ? Optional.empty()
                : Optional.of(new BrokenLaw(
                        SettlementLaw.DISCOUNT,
                        early + " early and " + late + " late, where " + most + (isLate ? " late" : "")
                                + " is on offer on " + request.date() + ": " + item));
    }

    private static Optional<DiscountQuote> offered(
            OpenItem item, @Nullable DiscountPolicy discounts, AllocationRequest request) {
        return Optional.ofNullable(discounts)
                .flatMap(policy -> policy.offer(item.id()))
                .map(offer -> offer.quote(item.open(), request.date()));
    }

    /** That another answer than this one is given. */
    private static List<BrokenLaw> unlike(
            SettlementLaw law,
            Settlement first,
            AllocationRequest request,
            SettlementPolicy policy,
            Function<AllocationRequest, Settlement> settling) {
        return judged(
                request,
                policy,
                settling,
                again -> again.equals(first)
                        ? List.of()
                        : List.of(new BrokenLaw(law, first + " and then " + again + ": " + request)));
    }

    private static List<BrokenLaw> judged(
            AllocationRequest request,
            SettlementPolicy policy,
            Function<AllocationRequest, Settlement> settling,
            Function<Settlement, List<BrokenLaw>> judge) {
        Settlement settlement;
        try {
            settlement = settling.apply(request);
        } catch (InvalidArgumentException e) {
            return e.code().equals("settlement.require-full")
                            && policy.shortPay().equals(ShortPay.requireFull())
                    ? List.of()
                    : threw(e, request);
        } catch (RuntimeException e) {
            return threw(e, request);
        }
        return settlement == null
                ? List.of(new BrokenLaw(SettlementLaw.ANSWERS, "answered null for " + request))
                : List.copyOf(judge.apply(settlement));
    }

    private static List<BrokenLaw> threw(RuntimeException e, AllocationRequest request) {
        return List.of(new BrokenLaw(SettlementLaw.ANSWERS, "threw " + e + " for " + request));
    }

    /** An equal request that shares no object with this one. */
    private static AllocationRequest copy(AllocationRequest request) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(request);
            out.flush();
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (AllocationRequest) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("every request can be serialised", e);
        }
    }
}
