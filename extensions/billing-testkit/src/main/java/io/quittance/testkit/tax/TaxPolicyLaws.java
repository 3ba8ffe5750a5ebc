package io.quittance.testkit.tax;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxPolicy;
import io.quittance.testkit.BrokenLaw;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The laws of tax policies as plain functions: each answers with the laws that are broken, and with an empty list if all is well. A
 * policy that throws, or does not answer each amount in whole minor units, breaks {@link TaxLaw#ANSWERS} by each of them, with the
 * exact taxes for which it did. They know nothing of jqwik or JUnit.
 */
public final class TaxPolicyLaws {
    private TaxPolicyLaws() {}

    /**
     * Whether the policy answers, always alike, each amount near its exact tax, and each group near its exact sum if it says that
     * the tax is a rate of the base.
     *
     * @param unit of the rounding, more than 0; the minor unit of the currency or coarser
     */
    public static List<BrokenLaw> broken(TaxPolicy policy, TaxedDocument document, Fraction unit) {
        List<List<Fraction>> exact = document.exact();
        return AskedPolicy.judged(policy, document.currency(), List.of(exact, exact), answers -> {
            var broken = new ArrayList<BrokenLaw>();
            if (!answers.get(0).equals(answers.get(1))) {
                broken.add(new BrokenLaw(
                        TaxLaw.SAME_ANSWER, answers.get(0) + " and then " + answers.get(1) + ": " + document));
            }
            boolean rateOfBase = policy.isRateOfBase();
            for (int i = 0; i < exact.size(); i++) {
                List<Amount> taxes = answers.get(0).get(i);
                for (int j = 0; j < taxes.size(); j++) {
                    Fraction tax = taxes.get(j).toFraction();
                    if (!isNear(tax, exact.get(i).get(j), unit)) {
                        broken.add(new BrokenLaw(
                                TaxLaw.NEAR,
                                tax + " for exactly " + exact.get(i).get(j) + ": "
                                        + document.groups().get(i)));
                    }
                }
                if (rateOfBase && !isNear(sum(taxes), sumOf(exact.get(i)), unit)) {
                    broken.add(new BrokenLaw(
                            TaxLaw.RATE_OF_BASE,
                            sum(taxes) + " for exactly " + sumOf(exact.get(i)) + ": "
                                    + document.groups().get(i)));
                }
            }
            return List.copyOf(broken);
        });
    }

    /** Whether all of the tax is the same with the groups, and the amounts of each, the other way round. */
    public static List<BrokenLaw> brokenByOrder(TaxPolicy policy, TaxedDocument document) {
        List<List<Fraction>> exact = document.exact();
        List<List<Fraction>> reversed =
                reversed(exact.stream().map(TaxPolicyLaws::reversed).toList());
        return AskedPolicy.judged(
                policy,
                document.currency(),
                List.of(exact, reversed),
                answers -> expect(TaxLaw.ORDER, total(answers.get(0)), total(answers.get(1)), document));
    }

    /** Whether an amount without tax in each group, and a group of such before and after the others, leave all else as it is. */
    public static List<BrokenLaw> brokenByUntaxed(TaxPolicy policy, TaxedDocument document) {
        List<List<Fraction>> exact = document.exact();
        var among = new ArrayList<List<Fraction>>();
        List<Fraction> untaxed = List.of(Fraction.ZERO);
        among.add(untaxed);
        for (List<Fraction> group : exact) {
            var more = new ArrayList<>(untaxed);
            more.addAll(group);
            more.addAll(untaxed);
            among.add(more);
        }
        among.add(untaxed);
        return AskedPolicy.judged(policy, document.currency(), List.of(exact, among), answers -> {
            List<List<Amount>> others = answers.get(1).subList(1, 1 + exact.size()).stream()
                    .map(group -> group.subList(1, group.size() - 1))
                    .toList();
            return answers.get(0).equals(others)
                    ? List.of()
                    : List.of(new BrokenLaw(
                            TaxLaw.NEUTRAL,
                            answers.get(0) + ", but " + others + " among amounts without tax: " + document));
        });
    }

    /** Whether the tax of each amount is its exact tax, rounded. */
    public static List<BrokenLaw> brokenPerAmount(TaxPolicy policy, TaxedDocument document, Rounding rounding) {
        List<List<Fraction>> exact = document.exact();
        return AskedPolicy.judged(policy, document.currency(), List.of(exact), answers -> {
            List<List<Fraction>> expected = exact.stream()
                    .map(group ->
                            group.stream().map(tax -> rounded(tax, rounding)).toList())
                    .toList();
            List<List<Fraction>> actual = answers.get(0).stream()
                    .map(group -> group.stream().map(Amount::toFraction).toList())
                    .toList();
            return expect(TaxLaw.ROUNDED_ONCE, expected, actual, document);
        });
    }

    /** Whether the tax of each group is the sum of its exact taxes, rounded. */
    public static List<BrokenLaw> brokenPerGroup(TaxPolicy policy, TaxedDocument document, Rounding rounding) {
        List<List<Fraction>> exact = document.exact();
        return AskedPolicy.judged(policy, document.currency(), List.of(exact), answers -> {
            List<Fraction> expected =
                    exact.stream().map(group -> rounded(sumOf(group), rounding)).toList();
            List<Fraction> actual =
                    answers.get(0).stream().map(TaxPolicyLaws::sum).toList();
            return expect(TaxLaw.ROUNDED_ONCE, expected, actual, document);
        });
    }

    /** Whether the tax of the document is the sum of all exact taxes, rounded. */
    public static List<BrokenLaw> brokenOnTotal(TaxPolicy policy, TaxedDocument document, Rounding rounding) {
        List<List<Fraction>> exact = document.exact();
        return AskedPolicy.judged(policy, document.currency(), List.of(exact), answers -> {
            Fraction all = sumOf(exact.stream().flatMap(Collection::stream).toList());
            return expect(TaxLaw.ROUNDED_ONCE, rounded(all, rounding), total(answers.get(0)), document);
        });
    }

    /** Whether all of the tax, with all signs turned as on a credit note, is the same with the sign turned. */
    public static List<BrokenLaw> brokenWhenMirrored(TaxPolicy policy, TaxedDocument document) {
        List<List<Fraction>> exact = document.exact();
        List<List<Fraction>> mirrored = exact.stream()
                .map(group -> group.stream().map(Fraction::negated).toList())
                .toList();
        return AskedPolicy.judged(
                policy,
                document.currency(),
                List.of(exact, mirrored),
                answers -> expect(TaxLaw.MIRROR, total(answers.get(0)).negated(), total(answers.get(1)), document));
    }

    /** Whether the policy can be serialised, to a copy that is equal to it and answers alike. */
    public static List<BrokenLaw> brokenByCopy(TaxPolicy policy, TaxedDocument document) {
        List<List<Fraction>> exact = document.exact();
        return AskedPolicy.judged(
                policy,
                document.currency(),
                List.of(exact),
                answers -> Copies.judged(
                        policy,
                        TaxPolicy.class,
                        copy -> AskedPolicy.judged(
                                copy,
                                document.currency(),
                                List.of(exact),
                                again -> expect(TaxLaw.SERIAL_COPY, answers.get(0), again.get(0), document))));
    }

    private static boolean isNear(Fraction tax, Fraction exact, Fraction unit) {
        Fraction difference = tax.minus(exact);
        return difference.compareTo(unit) < 0 && difference.negated().compareTo(unit) < 0;
    }

    private static Fraction rounded(Fraction exact, Rounding rounding) {
        return Fraction.of(exact.round(rounding));
    }

    private static Fraction total(List<List<Amount>> answer) {
        return sumOf(answer.stream().map(TaxPolicyLaws::sum).toList());
    }

    private static Fraction sum(List<Amount> taxes) {
        return sumOf(taxes.stream().map(Amount::toFraction).toList());
    }

    private static Fraction sumOf(List<Fraction> taxes) {
        return taxes.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    private static <T> List<T> reversed(List<T> list) {
        var reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<BrokenLaw> expect(TaxLaw law, Object expected, Object actual, TaxedDocument document) {
        return expected.equals(actual)
                ? List.of()
                : List.of(new BrokenLaw(law, actual + " instead of " + expected + ": " + document));
    }
}
