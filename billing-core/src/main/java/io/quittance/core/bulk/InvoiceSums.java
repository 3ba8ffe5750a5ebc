package io.quittance.core.bulk;

import static java.util.Objects.requireNonNull;

import io.quittance.core.error.InexactResultException;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.internal.Require;
import io.quittance.core.money.Currencies;
import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxTreatment;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bulk door of documents: what their lines add up to, in the order of EN 16931, for any number of documents of one currency.
 * A line is quantity × net price, rounded once, less its allowance (BT-131); what is taxable by a treatment is the sum of its
 * lines, and its tax that times the rate, rounded once (BR-CO-17); all else is a sum of these.
 *
 * <p>10 × 20.00 EUR − 15.00 are 185.00; with 100.01 at 19 % as well, and 29.97 at 7 %, the document is 314.98 without tax, 54.15
 * and 2.10 of tax, and 371.23 with tax.
 *
 * <p>The sums are to the cent those of {@code InvoiceDraft} with the policy {@code TaxPerGroup}: of its lines, each with one
 * allowance and one treatment, in a document without allowances of its own. They have no reasons. Numbers that do not fit in a
 * {@code long} are computed in larger ones, with the same sums. Immutable: share one between threads.
 */
public final class InvoiceSums implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient CurrencyUnit currency;
    private final transient Rounding lineRounding;
    private final transient Rounding taxRounding;
    private final transient List<TaxTreatment> treatments;

    private final transient int scale;
    private final transient TaxRates rates;
    /** As they were given, to be found by identity. */
    private final transient TaxTreatment[] given;

    private final transient Map<TaxTreatment, Integer> ordinals = new HashMap<>();
    /** By the decimal places that quantity and price have together. */
    private final transient Rescaling[] goods = new Rescaling[2 * Require.MAX_SCALE + 1];

    private InvoiceSums(
            CurrencyUnit currency, Rounding lineRounding, Rounding taxRounding, List<TaxTreatment> treatments) {
        this.currency = requireNonNull(currency, "currency");
        scale = Rounding.toMinorUnit(currency).scale();
        this.lineRounding = requireRounding(lineRounding, "lineRounding");
        this.taxRounding = requireRounding(taxRounding, "taxRounding");
        List<TaxTreatment> all = TaxTreatment.distinct(requireNonNull(treatments, "treatments"));
        given = Require.notEmpty(all, "treatments").toArray(TaxTreatment[]::new);
        this.treatments = all.stream().map(TaxTreatment::withoutReason).toList();
        for (int i = 0; i < given.length; i++) {
            ordinals.put(this.treatments.get(i), i);
        }
        rates = new TaxRates(
                all.stream().map(treatment -> treatment.rateOrZero().percent()).toList(),
                scale,
                taxRounding.scale(),
                taxRounding.mode());
        for (int places = 0; places < goods.length; places++) {
            goods[places] = new Rescaling(places, lineRounding.scale(), scale, lineRounding.mode());
        }
    }

    private Rounding requireRounding(Rounding rounding, String argument) {
        Require.that(
                requireNonNull(rounding, argument).scale() <= scale,
                "rounding.minor-unit",
                argument,
                "must leave at most " + scale + " decimal places, as " + currency.getCurrencyCode() + " has",
                rounding);
        return rounding;
    }

    /**
     * Compiles what documents have in common; do it once for a run.
     *
     * @param currency of all amounts; has a minor unit
     * @param lineRounding of each line; to the minor unit or coarser
     * @param taxRounding of the tax of each treatment; to the minor unit or coarser
     * @param treatments all that lines may have, each once, reasons aside; those that are first are found first
     */
    public static InvoiceSums of(
            CurrencyUnit currency, Rounding lineRounding, Rounding taxRounding, List<TaxTreatment> treatments) {
        return new InvoiceSums(currency, lineRounding, taxRounding, treatments);
    }

    /** Of all amounts. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** Of each line. */
    public Rounding lineRounding() {
        return lineRounding;
    }

    /** Of the tax of each treatment. */
    public Rounding taxRounding() {
        return taxRounding;
    }

    /** All that lines may have, without reasons; in columns they are numbered by their place in it, from 0. */
    public List<TaxTreatment> treatments() {
        return treatments;
    }

    /**
     * The number of a treatment in columns.
     *
     * @throws IllegalArgumentException if it is not one of {@link #treatments()}, reasons aside
     */
    public int ordinal(TaxTreatment treatment) {
        int ordinal = find(requireNonNull(treatment, "treatment"));
        Require.that(
                ordinal >= 0,
                "bulk.treatment",
                "treatment",
                "must be one of " + treatments.size() + " that were given",
                treatment);
        return ordinal;
    }

    /** The number of a treatment; -1 where it has none. Lines mostly share the very treatments that were given. */
    @SuppressWarnings("ReferenceEquality") // what is another object is looked up by value
    int find(TaxTreatment treatment) {
        for (int i = 0; i < given.length; i++) {
            if (given[i] == treatment) {
                return i;
            }
        }
        return ordinals.getOrDefault(treatment.withoutReason(), -1);
    }

    /**
     * What the lines of one document add up to.
     *
     * @param lines at least one
     * @throws IllegalArgumentException if there is none; or, named by its line, a treatment is not one of {@link #treatments()}, a
     *     price is negative, an allowance is finer than the minor unit, or a number has more than 38 digits or 18 decimal places
     * @throws ArithmeticException if a rounding's mode is {@code UNNECESSARY} and digits would be lost, or a sum would have more
     *     than 76 digits
     */
    public InvoiceSum sum(List<PricedLine> lines) {
        requireNonNull(lines, "lines");
        return sum(lines, new LineAdding(this));
    }

    private InvoiceSum sum(List<PricedLine> lines, LineAdding adding) {
        InvoiceSum sum = adding.sum(lines);
        return sum == null ? new ExactAdding(this).sum(Require.notEmpty(lines, "lines")) : sum;
    }

    /**
     * As {@link #sum}, for many documents; gives what each adds up to, in their order.
     *
     * @param documents the lines of each; a refusal names the document by its place, such as {@code documents[3].lines[0]}
     */
    public void forEach(Iterable<? extends List<PricedLine>> documents, Consumer<? super InvoiceSum> sink) {
        requireNonNull(documents, "documents");
        requireNonNull(sink, "sink");
        var adding = new LineAdding(this);
        int at = 0;
        for (List<PricedLine> lines : documents) {
            sink.accept(sum(lines, adding, at));
            at++;
        }
    }

    private InvoiceSum sum(List<PricedLine> lines, LineAdding adding, int at) {
        if (lines == null) {
            throw new NullPointerException("documents[" + at + "]");
        }
        try {
            return sum(lines, adding);
        } catch (InvalidArgumentException e) {
            throw e.at("documents[" + at + "]");
        } catch (InexactResultException e) {
            throw e.at("documents[" + at + "]");
        }
    }

    /**
     * What documents in columns add up to: no object for a line or a document.
     *
     * @throws IllegalArgumentException if a document has no line, or there is no such treatment, or a price is negative, named by
     *     its row; or there may be more than {@link SumColumns#MAX_SUBTOTALS} subtotals
     * @throws ArithmeticException if a rounding's mode is {@code UNNECESSARY} and digits would be lost, or what a document adds up
     *     to does not fit in a {@code long}; sums on the way to it may be larger
     */
    public SumColumns columns(InvoiceBatch batch) {
        requireNonNull(batch, "batch");
        return new DocumentAdding(batch, goods[batch.quantityScale() + batch.priceScale()], rates, scale).sums();
    }

    /** Decimal places of the sums. */
    int scale() {
        return scale;
    }

    TaxRates rates() {
        return rates;
    }

    /** How quantity times price is rounded that have so many decimal places together. */
    Rescaling goods(int places) {
        return goods[places];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InvoiceSums that
                && currency.getCurrencyCode().equals(that.currency.getCurrencyCode())
                && lineRounding.equals(that.lineRounding)
                && taxRounding.equals(that.taxRounding)
                && treatments.equals(that.treatments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(currency.getCurrencyCode(), lineRounding, taxRounding, treatments);
    }

    /** For example {@code EUR sums by [S 19%, S 7%]}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " sums by " + treatments;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("sums are read through their proxy");
    }

    private Object writeReplace() {
        return new Proxy(currency.getCurrencyCode(), lineRounding, taxRounding, treatments);
    }

    /** The serial form, which names the currency. */
    private record Proxy(String currency, Rounding lineRounding, Rounding taxRounding, List<TaxTreatment> treatments)
            implements Serializable {
        private Object readResolve() {
            return of(Currencies.of(currency, "currency"), lineRounding, taxRounding, treatments);
        }
    }
}
