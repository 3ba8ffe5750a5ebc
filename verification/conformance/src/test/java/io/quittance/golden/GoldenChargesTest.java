package io.quittance.golden;

import static io.quittance.golden.Dunned.RATES;
import static io.quittance.golden.Dunned.eur;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.ar.dunning.DunningScope;
import io.quittance.ar.interest.ChargeLimits;
import io.quittance.ar.interest.DayBasis;
import io.quittance.ar.interest.InterestCharge;
import io.quittance.ar.interest.LateInterest;
import io.quittance.ar.interest.LatenessTiers;
import io.quittance.ar.interest.OverdueBalance;
import io.quittance.ar.interest.OverdueItem;
import io.quittance.ar.interest.PeriodFormula;
import io.quittance.ar.interest.PeriodicCharge;
import io.quittance.ar.interest.SimpleInterest;
import io.quittance.ar.receivable.OpenItem;
import io.quittance.core.id.CustomerId;
import io.quittance.core.invoice.Invoice;
import io.quittance.core.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** As {@link GoldenReceivablesTest}, for what being late costs: notices with their fees and interest, and charges of every rule. */
class GoldenChargesTest {
    private static final String FOLDER = "claims/invoice-" + Invoice.CONVENTION + "/";
    private static final Rounding CENTS = Rounding.halfUp(2);
    private static final LocalDate END = Claims.END.date();

    @Test
    void dunsAsWhenTheConventionWasNamed() {
        GoldenFiles.holds(
                FOLDER + "dunned.csv",
                lines(Stream.of(DunningScope.values())
                        .flatMap(scope -> Dunned.by(scope).rows().stream())
                        .toList()));
    }

    @Test
    void chargesByEveryRuleAsWhenTheConventionWasNamed() {
        GoldenFiles.holds(FOLDER + "charged.csv", lines(charged()));
    }

    /** 11.27 % up to 31 March, 11.51 % from then on. */
    @Test
    void noticesAreRightByHand() {
        assertThat(Dunned.by(DunningScope.ITEM).rows())
                .contains(
                        // 1000.00 x 11.27 % x 38 / 365 = 11.733
                        "item,ITEM,2026-03-10,ZETA,letter,Z-1,38,EUR 0.00,EUR 1000.00,EUR 70.00,EUR 11.73",
                        // 5.00 + 1005.00 x 1.75 % = 22.5875; 1005.00 + 22.59 + 70.00 + 11.73 = 1109.32
                        "notice,ITEM,2026-03-10,ZETA,letter,EUR 1005.00,EUR 22.59,EUR 70.00,EUR 11.73,EUR 1109.32",
                        // of 1000.00, 50.00 are on account; 950.00 x 11.27 % x 21 / 365 = 6.1598, for the days since
                        // the letter
                        "item,ITEM,2026-03-31,ZETA,second letter,Z-1,59,EUR 50.00,EUR 950.00,EUR 0.00,EUR 6.16",
                        // 80.00 x (11.27 % x 26 + 11.51 % x 14) / 365 = 0.9954
                        "item,ITEM,2026-04-14,ECHO,letter,E-3,40,EUR 0.00,EUR 80.00,EUR 40.00,EUR 1.00",
                        // 10.00 + 5.00 x 2.5 % = 10.125
                        "notice,ITEM,2026-04-14,ZETA,last,EUR 5.00,EUR 10.13,EUR 0.00,EUR 0.00,EUR 15.13",
                        // 66.67 dollars x 0.9123 = 60.8230
                        "notice,ITEM,2026-02-20,FOXTROT,reminder,EUR 60.82,EUR 2.50,EUR 0.00,EUR 0.00,EUR 63.32");
        assertThat(Dunned.by(DunningScope.CUSTOMER).rows())
                .contains(
                        // 333.33 x 1.5 % x 45 / 30 = 7.499925
                        "item,CUSTOMER,2026-04-14,ZETA,last,Z-2,45,EUR 0.00,EUR 333.33,EUR 12.00,EUR 7.50",
                        // sums and charges by the period are claimed once at a level
                        "item,CUSTOMER,2026-04-30,ZETA,last,Z-2,61,EUR 0.00,EUR 333.33,EUR 0.00,EUR 0.00");
    }

    @Test
    void chargesAreRightByHand() {
        assertThat(charged())
                .contains(
                        // 700.00 x (11.27 % x 59 + 11.51 % x 30) / 365 = 19.3743
                        "interest,grace,Z-1,89,707161/36500,EUR 19.37",
                        // 700.00 x 11.27 % / 365 = 0.2161 and 700.00 x 11.51 % / 365 = 0.2207: 89 x 0.22
                        "interest,each-day,Z-1,89,19.58,EUR 19.58",
                        // credits of 755.01 leave 333.33 - 50.01 = 283.32; (283.32 + 8.88) x 1.75 % x 61 / 30 = 10.3975
                        "periodic,COMPOUND,Z-2,EUR 50.01,EUR 10.40",
                        // 283.32 x 1.75 % = 4.9581
                        "periodic,FLAT,Z-2,EUR 50.01,EUR 4.96");
    }

    private static List<String> charged() {
        var rows = new ArrayList<String>();
        List<OpenItem> items = Claims.POSTED.euros().openItems(CustomerId.of("ZETA"));
        interest()
                .forEach((name, rule) -> items.forEach(item -> {
                    InterestCharge charge = rule.charge(OverdueBalance.of(item), END);
                    rows.add("interest," + name + "," + item.id() + "," + charge.days() + "," + charge.exact() + ","
                            + charge.amount());
                }));
        periodic()
                .forEach((name, rule) -> rule.charges(
                                items.stream()
                                        .map(item -> OverdueItem.of(item).withPriorCharges(eur("8.88")))
                                        .toList(),
                                List.of(eur("50.00"), eur("705.01")),
                                END)
                        .forEach(charge -> rows.add("periodic," + name + ","
                                + charge.item().id() + "," + charge.offset() + "," + charge.amount())));
        for (String debt : List.of("999.99", "1000.00")) {
            rows.add("compensation," + debt + ","
                    + Dunned.compensation().forDebt(eur(debt)).amount());
        }
        var simple = SimpleInterest.of(eur("5000"), new BigDecimal("12.25"), 101, 365);
        rows.add("simple," + simple.amount(CENTS) + "," + simple.daily(CENTS) + "," + simple.amountByDay(CENTS));
        return rows;
    }

    private static Map<String, LateInterest> interest() {
        var rule = LateInterest.of(RATES, DayBasis.ACTUAL_365, CENTS);
        var rules = new LinkedHashMap<String, LateInterest>();
        rules.put("grace", rule.grace(30));
        rules.put("free", rule.free(3));
        rules.put("each-day", rule.roundingEachDay(CENTS));
        rules.put(
                "limited",
                rule.within(ChargeLimits.NONE
                        .waivedBelow(eur("0.20"))
                        .atLeast(eur("1.00"))
                        .atMost(eur("15.00"))));
        rules.put("held", LateInterest.of(RATES.heldFrom(LocalDate.of(2026, 2, 1)), DayBasis.ACTUAL_ACTUAL, CENTS));
        return rules;
    }

    private static Map<String, PeriodicCharge> periodic() {
        var rates = LatenessTiers.upTo(30, "1.25").upTo(74, "1.75").then("2.35");
        var rules = new LinkedHashMap<String, PeriodicCharge>();
        for (PeriodFormula formula : PeriodFormula.values()) {
            rules.put(formula.name(), PeriodicCharge.of(formula, rates, 30, CENTS));
        }
        rules.put(
                "grace",
                PeriodicCharge.of(PeriodFormula.SIMPLE, rates, 31, CENTS).grace(61));
        rules.put(
                "limited",
                PeriodicCharge.of(PeriodFormula.COMPOUND, rates, 31, CENTS)
                        .within(ChargeLimits.NONE.atLeast(eur("1.23")).atMost(eur("9.87"))));
        return rules;
    }

    private static String lines(List<String> rows) {
        return rows.stream().map(row -> row + "\n").collect(joining());
    }
}
