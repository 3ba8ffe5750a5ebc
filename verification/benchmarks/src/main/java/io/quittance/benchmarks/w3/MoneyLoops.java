package io.quittance.benchmarks.w3;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryOperator;
import javax.money.RoundingQueryBuilder;
import org.javamoney.moneta.Money;

/** What a user of Moneta writes: the same loop with amounts. */
final class MoneyLoops {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final Money ZERO = Money.of(BigDecimal.ZERO, EUR);
    private static final BigDecimal[] RATES = {new BigDecimal("0.19"), new BigDecimal("0.07"), BigDecimal.ZERO};

    /** As Moneta rounds; looked up once. */
    static final MonetaryOperator LOOKED_UP = Monetary.getRounding(
            RoundingQueryBuilder.of().setScale(2).set(RoundingMode.HALF_UP).build());

    /** As a user rounds who knows that the above is slow. */
    static final MonetaryOperator BY_HAND =
            amount -> Money.of(amount.getNumber().numberValue(BigDecimal.class).setScale(2, RoundingMode.HALF_UP), EUR);

    record Line(BigDecimal quantity, Money price, Money allowance, int rate) {}

    private MoneyLoops() {}

    static List<List<Line>> documents(List<List<DecimalLoops.Line>> decimals) {
        var documents = new ArrayList<List<Line>>();
        for (List<DecimalLoops.Line> lines : decimals) {
            var moneys = new ArrayList<Line>(lines.size());
            for (DecimalLoops.Line line : lines) {
                Money allowance = line.allowance().signum() == 0 ? ZERO : Money.of(line.allowance(), EUR);
                moneys.add(new Line(line.quantity(), Money.of(line.price(), EUR), allowance, line.rate()));
            }
            documents.add(moneys);
        }
        return documents;
    }

    static long sums(List<List<Line>> documents, MonetaryOperator rounding) {
        var checksum = new Checksum();
        var taxable = new Money[RATES.length];
        for (List<Line> lines : documents) {
            Arrays.fill(taxable, ZERO);
            for (Line line : lines) {
                Money net =
                        line.price().multiply(line.quantity()).with(rounding).subtract(line.allowance());
                taxable[line.rate()] = taxable[line.rate()].add(net);
            }
            Money withoutTax = ZERO;
            Money tax = ZERO;
            for (int rate = 0; rate < RATES.length; rate++) {
                withoutTax = withoutTax.add(taxable[rate]);
                tax = tax.add(taxable[rate].multiply(RATES[rate]).with(rounding));
            }
            checksum.invoice(cents(withoutTax), cents(tax), cents(withoutTax.add(tax)));
        }
        return checksum.value();
    }

    private static long cents(Money amount) {
        return amount.getNumber()
                .numberValue(BigDecimal.class)
                .movePointRight(2)
                .longValueExact();
    }
}
