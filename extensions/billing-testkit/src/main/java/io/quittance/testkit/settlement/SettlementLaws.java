package io.quittance.testkit.settlement;

import io.quittance.ar.allocation.AllocationLine;
import io.quittance.ar.allocation.AllocationRequest;
import io.quittance.ar.discount.DiscountQuote;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.ar.receivable.ReceivableId;
import io.quittance.ar.settlement.Adjustment;
import io.quittance.ar.settlement.Adjustment.Kind;
import io.quittance.ar.settlement.Settlement;
import io.quittance.ar.settlement.SettlementPolicy;
import io.quittance.ar.settlement.ShortPay;
import io.quittance.core.error.CurrencyMismatchException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.money.Amount;
import io.quittance.testkit.BrokenLaw;
import io.quittance.testkit.internal.InTime;
import io.quittance.testkit.internal.Reasons;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
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
 * it throws, or that it does not answer in ten seconds, breaks {@link SettlementLaw#ANSWERS}.
 */
public final class SettlementLaws {
    private SettlementLaws() {}

    /** The laws that a settlement breaks for this payment, and those of the same and an equal payment settled again. */
    public static List<BrokenLaw> broken(
            AllocationRequest request, SettlementPolicy policy, Function<AllocationRequest, Settlement> settling) {
        return broken(request, policy, settling, InTime.USUAL);
    }

    /** As above; what has not settled after so long breaks the law. */
    static List<BrokenLaw> broken(
            AllocationRequest request,
            SettlementPolicy policy,
            Function<AllocationRequest, Settlement> settling,
            Duration longest) {
        return judged(request, policy, settling, longest, settlement -> {
            var broken = new ArrayList<>(broken(request, policy, settlement));
            broken.addAll(unlike(SettlementLaw.SAME_ANSWER, settlement, request, policy, settling, longest));
            broken.addAll(unlike(SettlementLaw.EQUAL_QUESTION, settlement, copy(request), policy, settling, longest));
            return broken;
        });
    }

    /**
     * The laws that this settlement breaks, however it was made; in time in proportion to the items. One in another currency than the
     * payment breaks {@link SettlementLaw#MONEY}.
     */
    public static List<BrokenLaw> broken(AllocationRequest request, SettlementPolicy policy, Settlement settlement) {
        try {
            return judged(request, policy, settlement);
        } catch (CurrencyMismatchException e) {
            return threw(SettlementLaw.MONEY, e, request);
        }
    }

    private static List<BrokenLaw> judged(AllocationRequest request, SettlementPolicy policy, Settlement settlement) {
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
        var closings = new Closings(settlement);
        var onOffer = new OnOffer(request, policy);
        Amount onAccount = settlement.onAccount();
        withheldOtherwise(request, policy, settlement).ifPresent(broken::add);
        broken.addAll(DiscountLaw.broken(request, onOffer, closings));
        DiscountLaw.overpaid(request, policy, closings, onAccount).ifPresent(broken::add);
        broken.addAll(DiscountLaw.notAllowed(request, policy, closings, onAccount));
        broken.addAll(ToleranceLaw.broken(request, policy, onOffer, closings, onAccount));
        broken.addAll(ShortPayLaw.broken(request, policy, settlement, closings));
        ShortPayLaw.besideMoney(request, closings, onAccount).ifPresent(broken::add);
        for (Adjustment one : settlement.adjustments()) {
            if (!Reasons.name(one.explanation(), one.amount())) {
                broken.add(
                        new BrokenLaw(SettlementLaw.EXPLANATION, one + " is explained by '" + one.explanation() + "'"));
            }
        }
        return List.copyOf(broken);
    }

    /** That tax is kept otherwise than the policy says: of another item or amount, not all of it tax, or by another certificate. */
    private static Optional<BrokenLaw> withheldOtherwise(
            AllocationRequest request, SettlementPolicy policy, Settlement settlement) {
        List<String> asked = policy.withholdings().stream()
                .map(one -> kept(one.item(), one.amount(), one.amount(), one.certificate()))
                .sorted()
                .toList();
        List<String> kept = settlement.adjustments().stream()
                .filter(one -> one.kind() == Kind.WITHHOLDING_TAX)
                .map(one -> kept(
                        one.closes().orElseThrow(),
                        one.amount(),
                        one.tax(),
                        one.proof().orElse("none")))
                .sorted()
                .toList();
        return kept.equals(asked)
                ? Optional.empty()
                : Optional.of(new BrokenLaw(SettlementLaw.WITHHELD, kept + " instead of " + asked + ": " + request));
    }

    private static String kept(ReceivableId item, Amount amount, Amount tax, String certificate) {
        return amount + " of " + item + ", of which " + tax + " are tax, certificate " + certificate;
    }

    /**
     * Whether a part of the money and then the rest earn no more discount of any item than all of it at once could, but for a minor unit
     * each (law 19), and where what is due is rounded to coins one of them: a rest is rounded to coins by itself. A policy that grants all of a discount for a part payment cannot promise it: it grants another for the next one.
     *
     * @param first what comes first; at most what is available
     */
    public static List<BrokenLaw> brokenInParts(
            AllocationRequest request,
            MonetaryAmount first,
            SettlementPolicy policy,
            Function<AllocationRequest, Settlement> settling) {
        Amount part = Amount.from(first);
        AllocationRequest before = request.with(part, request.items());
        return judged(before, policy, settling, InTime.USUAL, one -> {
            var closings = new Closings(one);
            var left = new ArrayList<OpenItem>();
            for (OpenItem item : request.items()) {
                Amount open = closings.left(item);
                if (open.signum() > 0) {
                    left.add(item.withOpen(open));
                }
            }
            Amount rest = request.available().subtract(part);
            AllocationRequest after = request.with(rest, left);
            return judged(after, policy, settling, InTime.USUAL, two -> inParts(request, policy, one, two));
        });
    }

    private static List<BrokenLaw> inParts(
            AllocationRequest request, SettlementPolicy policy, Settlement one, Settlement two) {
        var broken = new ArrayList<BrokenLaw>();
        Amount units = Amount.ofMinor(2, request.available().getCurrency());
        var onOffer = new OnOffer(request, policy);
        var before = new Closings(one);
        var after = new Closings(two);
        for (OpenItem item : request.items()) {
            Amount most = onOffer.quote(item).map(DiscountQuote::discount).orElseGet(() -> units.subtract(units));
            Amount first = before.discount(item.id());
            Amount second = after.discount(item.id());
            if (first.add(second).isGreaterThan(most.add(units).add(onOffer.coin(item)))) {
                broken.add(new BrokenLaw(
                        SettlementLaw.PARTS,
                        first + " and then " + second + ", but " + most + " at once: " + item + ", " + request));
            }
        }
        return broken;
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

    /** That another answer than this one is given. */
    private static List<BrokenLaw> unlike(
            SettlementLaw law,
            Settlement first,
            AllocationRequest request,
            SettlementPolicy policy,
            Function<AllocationRequest, Settlement> settling,
            Duration longest) {
        return judged(
                request,
                policy,
                settling,
                longest,
                again -> again.equals(first)
                        ? List.of()
                        : List.of(new BrokenLaw(law, first + " and then " + again + ": " + request)));
    }

    private static List<BrokenLaw> judged(
            AllocationRequest request,
            SettlementPolicy policy,
            Function<AllocationRequest, Settlement> settling,
            Duration longest,
            Function<Settlement, List<BrokenLaw>> judge) {
        @Nullable Settlement settlement;
        try {
            settlement = InTime.answer(() -> settling.apply(request), longest);
        } catch (InvalidArgumentException e) {
            return e.code().equals("settlement.require-full")
                            && policy.shortPay().equals(ShortPay.requireFull())
                    ? List.of()
                    : threw(SettlementLaw.ANSWERS, e, request);
        } catch (RuntimeException e) {
            return threw(SettlementLaw.ANSWERS, e, request);
        }
        if (settlement == null) {
            return List.of(new BrokenLaw(SettlementLaw.ANSWERS, "answered null for " + request));
        }
        try {
            return List.copyOf(judge.apply(settlement));
        } catch (CurrencyMismatchException e) {
            return threw(SettlementLaw.MONEY, e, request);
        }
    }

    private static List<BrokenLaw> threw(SettlementLaw law, RuntimeException e, AllocationRequest request) {
        return List.of(new BrokenLaw(law, "threw " + e + " for " + request));
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
