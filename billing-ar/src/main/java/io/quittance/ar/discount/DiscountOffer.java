package io.quittance.ar.discount;

import static java.util.Objects.requireNonNull;

import io.quittance.core.contract.EarlyPaymentDiscount;
import io.quittance.core.explain.Explanation;
import io.quittance.core.internal.Require;
import io.quittance.core.invoice.CashRounding;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Apportionment;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.MinorUnits;
import io.quittance.core.money.Rounding;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What may be taken off one document for paying early: its tiers, what they are a part of, and how much of it is tax. The day that
 * counts is the value date of the money (CJEU, C-306/06).
 *
 * <p>What is due is rounded, the discount is the difference: 100.05 less 2 % is 98.049, paid with 98.05, so the discount is 2.00.
 */
public final class DiscountOffer implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Fraction HUNDRED = Fraction.of(100);

    private final Amount net;
    private final Amount tax;
    private final EarlyPaymentDiscount.Base base;

    @SuppressWarnings("serial") // a copy made by List.copyOf, which is serialisable
    private final List<DiscountTier> tiers;

    private final boolean acceptsLate;
    private final Rounding rounding;
    private final @Nullable CashRounding cash;

    private DiscountOffer(
            Amount net,
            Amount tax,
            EarlyPaymentDiscount.Base base,
            List<DiscountTier> tiers,
            boolean acceptsLate,
            Rounding rounding,
            @Nullable CashRounding cash) {
        this.net = requireNonNull(net, "net");
        this.tax = MinorUnits.require(tax, net.getCurrency(), "tax");
        this.base = requireNonNull(base, "base");
        this.tiers = List.copyOf(tiers);
        this.acceptsLate = acceptsLate;
        this.rounding = requireNonNull(rounding, "rounding");
        this.cash = cash;
        Require.that(net.signum() != 0, "discount.net", "net", "must not be 0", net);
        Require.that(
                tax.signum() * net.signum() >= 0,
                "discount.tax",
                "tax",
                "must not have another sign than the net amount " + net,
                tax);
        int places = net.getCurrency().getDefaultFractionDigits();
        Require.that(
                rounding.scale() <= places,
                "discount.rounding",
                "rounding",
                "must keep at most " + places + " decimal places",
                rounding);
        for (int i = 0; i < this.tiers.size(); i++) {
            DiscountTier tier = this.tiers.get(i);
            Require.that(
                    rate(tier).compareTo(Fraction.ONE) <= 0,
                    "discount.amount",
                    "tiers[" + i + "].value",
                    "must be at most " + total().abs(),
                    tier.value().toPlainString());
        }
    }

    /**
     * The offer of an issued document: the discounts of its payment terms, counted from its date, and the tax among its total.
     *
     * @return empty where its terms have no discount, or nothing was sold
     */
    public static Optional<DiscountOffer> of(Invoice invoice) {
        List<EarlyPaymentDiscount> terms = invoice.draft().paymentTerms().discounts();
        Amount net = invoice.totals().withoutTax();
        if (terms.isEmpty() || net.signum() == 0) {
            return Optional.empty();
        }
        var offer = of(
                net,
                invoice.totals().tax(),
                terms.get(0).base(),
                terms.stream()
                        .map(discount -> DiscountTier.of(discount, invoice.issueDate()))
                        .toList());
        return Optional.of(
                invoice.draft().cashRounding().map(offer::roundedToCoins).orElse(offer));
    }

    /**
     * An offer whose discount is a part of the total with tax, and lowers net and tax alike.
     *
     * @param net of the document without tax; not 0, negative for a credit note
     * @param tax of the document; 0 or of the same sign
     * @param tiers in any order: on a day the best counts whose date has not passed; empty for no discount
     */
    public static DiscountOffer of(MonetaryAmount net, MonetaryAmount tax, List<DiscountTier> tiers) {
        return of(net, tax, EarlyPaymentDiscount.Base.TOTAL, tiers);
    }

    /** As {@link #of(MonetaryAmount, MonetaryAmount, List)}, of a document that bears no tax or whose tax is not of interest. */
    public static DiscountOffer of(MonetaryAmount total, List<DiscountTier> tiers) {
        return of(total, Amount.zero(total.getCurrency()), tiers);
    }

    /**
     * As {@link #of(MonetaryAmount, MonetaryAmount, List)}, of another base. A percentage of the net amount leaves the tax as it is:
     * 10 % of 1000.00 with 150.00 of tax are 100.00, all of it net.
     */
    public static DiscountOffer of(
            MonetaryAmount net, MonetaryAmount tax, EarlyPaymentDiscount.Base base, List<DiscountTier> tiers) {
        Amount exact = MinorUnits.require(net, "net");
        return new DiscountOffer(
                exact, Amount.from(tax), base, tiers, false, Rounding.toMinorUnit(exact.getCurrency()), null);
    }

    /** The same, where discounts are granted up to {@link DiscountTier#lateUntil()}, or not, as at first. */
    public DiscountOffer acceptingLate(boolean accepted) {
        return new DiscountOffer(net, tax, base, tiers, accepted, rounding, cash);
    }

    /** The same, where every discount is granted so many calendar days longer. */
    public DiscountOffer grace(int days) {
        List<DiscountTier> longer = tiers.stream().map(tier -> tier.grace(days)).toList();
        return new DiscountOffer(net, tax, base, longer, true, rounding, cash);
    }

    /** The same, what is due rounded otherwise; half up to the minor unit unless said. Not finer than the minor unit. */
    public DiscountOffer rounded(Rounding other) {
        return new DiscountOffer(net, tax, base, tiers, acceptsLate, other, cash);
    }

    /** The same, where what is due is then rounded to coins that exist; what that adds or saves changes the discount. */
    public DiscountOffer roundedToCoins(CashRounding coins) {
        return new DiscountOffer(net, tax, base, tiers, acceptsLate, rounding, requireNonNull(coins, "coins"));
    }

    /** The document's total with tax; negative for a credit note. */
    public Amount total() {
        return net.add(tax);
    }

    /** What percentages are of, and what becomes of the tax. */
    public EarlyPaymentDiscount.Base base() {
        return base;
    }

    /** All tiers, as they were given. */
    public List<DiscountTier> tiers() {
        return tiers;
    }

    /** The coins to which what is due is rounded; empty where it is not. */
    public Optional<CashRounding> coins() {
        return Optional.ofNullable(cash);
    }

    /** Whether a discount is granted after its date, up to {@link DiscountTier#lateUntil()}. */
    public boolean acceptsLate() {
        return acceptsLate;
    }

    /** The part of an open amount that the discount in force on a day takes off, exactly; 0 where none is: 2 % is 1/50. */
    public Fraction rate(LocalDate date) {
        return inForce(date).map(this::rate).orElse(Fraction.ZERO);
    }

    /** The whole document on a day; see {@link #quote(MonetaryAmount, LocalDate)}. */
    public DiscountQuote quote(LocalDate date) {
        return quote(total(), date);
    }

    /**
     * What settles an open amount of the document on a day: what is due is open × (1 − rate), rounded, and rounded to coins where
     * coins count, at most what is open; the discount is the difference. Of 3150.00 with 150.00 of tax, 10 % of the total leave
     * 2835.00 due, and 15.00 of the discount are tax. In coins a part may so have more than the whole: of 0.59, 15 % off in 0.05 down,
     * 0.50 are due and 0.09 off, of 0.57 of it 0.45 and 0.12; a settlement grants at most what the whole item has.
     *
     * @param open of the document, in its currency and whole minor units; negative for a credit note, which mirrors an invoice
     * @param date the value date of the money
     */
    public DiscountQuote quote(MonetaryAmount open, LocalDate date) {
        Amount signed = MinorUnits.require(open, net.getCurrency(), "open");
        Optional<DiscountTier> tier = inForce(date);
        if (tier.isEmpty() || signed.signum() == 0) {
            return none(signed, date);
        }
        Amount all = signed.abs();
        return quote(signed, all.subtract(due(all, rate(tier.get()))), tier.get(), date);
    }

    /**
     * What is granted for money that is paid on an open amount: all of the discount if it suffices for what is due, else the discount
     * that belongs to it, paid × rate / (1 − rate), rounded. 49.00 on 100.00 with 2 % earn 1.00.
     *
     * @param paid 0 or more, at most open; for a credit note 0 or less
     * @return as the quote of a part: its {@code open} is what is settled in all, paid plus discount
     * @throws IllegalArgumentException if more is paid than is open
     */
    public DiscountQuote earned(MonetaryAmount paid, MonetaryAmount open, LocalDate date) {
        DiscountQuote full = quote(open, date);
        Amount money = MinorUnits.require(paid, net.getCurrency(), "paid");
        Require.that(
                money.signum() * full.open().signum() >= 0
                        && money.abs().isLessThanOrEqualTo(full.open().abs()),
                "discount.paid",
                "paid",
                "must lie between 0 and " + full.open(),
                money);
        if (full.grantedBy().isEmpty() || money.signum() == 0) {
            return none(money, date);
        }
        if (money.abs().isGreaterThanOrEqualTo(full.amountDue().abs())) {
            return full; // what is too much is still the payer's
        }
        DiscountTier tier = full.grantedBy().get();
        Fraction rate = rate(tier);
        Amount earned = money.abs()
                .times(
                        rate.dividedBy(Fraction.ONE.minus(rate)),
                        Rounding.toMinorUnit(money.getCurrency(), rounding.mode()))
                .min(full.discount().abs());
        Amount settled = money.abs().add(earned);
        return quote(money.signum() < 0 ? settled.negate() : settled, earned, tier, date);
    }

    /**
     * The discount of each line of the document: of the document, of which each line bears its part, what rounding leaves over falling
     * on later lines, or of each line by itself. Four lines of 4.76 at 1 % have 0.19 by the document and 0.20 by line.
     *
     * @param lines with tax where the base is the total; at least one, none of another sign than the document
     * @param scope where the amount due is rounded
     */
    public DiscountQuotes quote(List<? extends MonetaryAmount> lines, LocalDate date, DiscountScope scope) {
        var amounts = new ArrayList<Amount>();
        for (int i = 0; i < Require.notEmpty(lines, "lines").size(); i++) {
            Amount line = MinorUnits.require(lines.get(i), net.getCurrency(), "lines[" + i + "]");
            Require.that(
                    line.signum() * net.signum() >= 0,
                    "discount.line",
                    "lines[" + i + "]",
                    "must not have another sign than the net amount " + net,
                    line);
            amounts.add(line);
        }
        return scope == DiscountScope.LINE
                ? new DiscountQuotes(
                        amounts.stream().map(line -> quote(line, date)).toList())
                : shared(amounts, date);
    }

    private DiscountQuotes shared(List<Amount> lines, LocalDate date) {
        DiscountQuote whole = quote(lines.stream().reduce(Amount.zero(net.getCurrency()), Amount::add), date);
        if (whole.grantedBy().isEmpty()) {
            return new DiscountQuotes(
                    lines.stream().map(line -> none(line, date)).toList());
        }
        List<Amount> discounts = Apportionment.cumulative(Rounding.toMinorUnit(net.getCurrency()))
                .split(
                        whole.discount().abs(),
                        lines.stream().map(line -> line.abs().toBigDecimal()).toList());
        var quotes = new ArrayList<DiscountQuote>();
        for (int i = 0; i < lines.size(); i++) {
            quotes.add(quote(lines.get(i), discounts.get(i), whole.grantedBy().get(), date));
        }
        return new DiscountQuotes(quotes);
    }

    /** The best tier whose date has not passed, or whose late date has not where late ones are accepted; of equal rates the one with the later date. */
    private Optional<DiscountTier> inForce(LocalDate date) {
        DiscountTier best = null;
        for (DiscountTier tier : tiers) {
            LocalDate last = acceptsLate ? tier.lateUntil() : tier.until();
            if (!date.isAfter(last) && (best == null || isBetter(tier, best))) {
                best = tier;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isBetter(DiscountTier tier, DiscountTier best) {
        int better = rate(tier).compareTo(rate(best));
        return better > 0 || (better == 0 && tier.until().isAfter(best.until()));
    }

    /** Which part of an open amount with tax the tier takes off. */
    private Fraction rate(DiscountTier tier) {
        Fraction total = total().abs().toFraction();
        Fraction value = Fraction.of(tier.value());
        if (tier.kind() == DiscountTier.Kind.AMOUNT) {
            return value.dividedBy(total);
        }
        Fraction part = value.dividedBy(HUNDRED);
        return base == EarlyPaymentDiscount.Base.TOTAL
                ? part
                : part.times(net.abs().toFraction()).dividedBy(total);
    }

    private Amount due(Amount open, Fraction rate) {
        Amount due = open.times(Fraction.ONE.minus(rate), rounding);
        return (cash == null ? due : due.add(cash.difference(due))).min(open);
    }

    /** @param discount without a sign */
    private DiscountQuote quote(Amount open, Amount discount, DiscountTier tier, LocalDate date) {
        Amount taxed = Amount.zero(net.getCurrency());
        if (base == EarlyPaymentDiscount.Base.TOTAL) {
            Fraction share = tax.abs().toFraction().dividedBy(total().abs().toFraction());
            taxed = discount.times(share, Rounding.toMinorUnit(net.getCurrency()));
        }
        boolean late = date.isAfter(tier.until());
        var why = Explanation.of(
                late ? "discount.late" : "discount.early",
                late ? "{0}, late on {1}: {2} of {3}" : "{0}, on {1}: {2} of {3}",
                tier,
                date,
                discount,
                open);
        boolean credit = open.signum() < 0;
        return new DiscountQuote(
                open, credit ? discount.negate() : discount, credit ? taxed.negate() : taxed, tier, late, why);
    }

    private DiscountQuote none(Amount open, LocalDate date) {
        Amount zero = Amount.zero(net.getCurrency());
        var why = Explanation.of("discount.none", "no discount is in force on {0}: {1} of {2}", date, zero, open);
        return new DiscountQuote(open, zero, zero, null, false, why);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DiscountOffer that
                && net.equals(that.net)
                && tax.equals(that.tax)
                && base == that.base
                && tiers.equals(that.tiers)
                && acceptsLate == that.acceptsLate
                && rounding.equals(that.rounding)
                && Objects.equals(cash, that.cash);
    }

    @Override
    public int hashCode() {
        return Objects.hash(net, tax, base.name(), tiers.size());
    }

    /** For example {@code EUR 1150.00: [2% until 2015-07-09]}. */
    @Override
    public String toString() {
        return total() + ": " + tiers;
    }

    /** Checked again on the way back in. */
    private Object readResolve() {
        return new DiscountOffer(net, tax, base, tiers, acceptsLate, rounding, cash);
    }
}
