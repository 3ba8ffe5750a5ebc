package io.quittance.examples.monthend;

import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.money.Rounding;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.kpi.KpiResult;
import io.quittance.kpi.KpiUnit;
import io.quittance.kpi.scorecard.ScorecardRow;
import io.quittance.kpi.scorecard.Status;
import io.quittance.kpi.scorecard.Target;
import java.math.BigDecimal;
import java.time.YearMonth;

/** Numbers as people read them. Values are exact until here. */
final class Text {
    private static final Rounding FILE = Rounding.halfUp(6);
    private static final Rounding SHOWN = Rounding.halfUp(2);

    private Text() {}

    /** Exactly, with at least the decimal places of the currency's minor unit, without the currency. */
    static String money(Amount amount) {
        BigDecimal number = amount.toBigDecimal().stripTrailingZeros();
        int places = Rounding.toMinorUnit(amount.getCurrency()).scale();
        return number.setScale(Math.max(places, number.scale())).toPlainString();
    }

    /** As {@link #money}, with a comma between thousands. */
    static String grouped(Amount amount) {
        return grouped(money(amount));
    }

    /** Two decimal places, and a comma between thousands. */
    static String rounded(Fraction value) {
        return grouped(value.round(SHOWN).toPlainString());
    }

    /** Whole, or with two to six decimal places, and a comma between thousands. */
    static String number(Fraction value) {
        BigDecimal rounded = value.round(FILE).stripTrailingZeros();
        return grouped(rounded.setScale(rounded.scale() > 0 ? Math.max(2, rounded.scale()) : 0)
                .toPlainString());
    }

    /** The same, with two decimal places at least where other numbers of its column have some. */
    static String number(Fraction value, boolean isDecimal) {
        String text = number(value);
        return isDecimal && value.isWhole() ? text + ".00" : text;
    }

    /** A month such as {@code 2013-12}, several as {@code 2013-10 to 2013-12}, else the first and the last day. */
    static String period(ServicePeriod period) {
        boolean isOfMonths = period.start().getDayOfMonth() == 1 && period.end().getDayOfMonth() == 1;
        String from = isOfMonths
                ? YearMonth.from(period.start()).toString()
                : period.start().toString();
        String to = isOfMonths
                ? YearMonth.from(period.lastDay()).toString()
                : period.lastDay().toString();
        return from.equals(to) ? from : from + " to " + to;
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        var text = new StringBuilder(plain);
        for (int at = point - 3; at > (plain.startsWith("-") ? 1 : 0); at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** Six decimal places, for files; empty where there is no value. */
    static String exact(KpiResult result) {
        return result.rounded(FILE).map(BigDecimal::toPlainString).orElse("");
    }

    /** Two decimal places and the unit, or a dash where there is no value. */
    static String shown(KpiResult result) {
        return result.match(
                measured ->
                        grouped(measured.exact().round(SHOWN).toPlainString()) + (" " + unit(result)).stripTrailing(),
                undefined -> "–");
    }

    /** Two decimal places and a comma between thousands, without the unit, or a dash where there is no value. */
    static String bare(KpiResult result) {
        return result.value().map(Text::rounded).orElse("–");
    }

    static String shown(Fraction value, KpiUnit unit) {
        return value.round(SHOWN).toPlainString() + " " + name(unit);
    }

    /** What is to be reached, in the unit of the KPI, and what a changed baseline comes to. */
    static String goal(ScorecardRow row) {
        Target target = row.target();
        KpiUnit unit = row.actual().basis().definition().unit();
        if (!target.goal().needsBaseline()) {
            return target + " " + name(unit);
        }
        return target
                + row.goal()
                        .map(goal -> ", " + target.comparison().sign() + " " + shown(goal, unit))
                        .orElse("");
    }

    /** What a value counts; for money its currency, and nothing for a number of things. */
    static String unit(KpiResult result) {
        KpiUnit unit = result.basis().definition().unit();
        return unit == KpiUnit.MONEY ? result.basis().currency().orElse("") : name(unit);
    }

    private static String name(KpiUnit unit) {
        return switch (unit) {
            case DAYS -> "days";
            case HOURS -> "hours";
            case MONTHS -> "months";
            case PERCENT -> "%";
            case POINTS -> "points";
            case RATIO -> "×";
            case COUNT, MONEY -> "";
        };
    }

    /** The reason why there is no value; empty where there is one. */
    static String reason(KpiResult result) {
        return result.match(measured -> "", undefined -> undefined.reason());
    }

    /** Why a target cannot be judged, for want of a value or of a baseline; empty where it can. */
    static String noData(ScorecardRow row) {
        return row.status() == Status.NO_DATA ? row.explanation().text() : "";
    }
}
