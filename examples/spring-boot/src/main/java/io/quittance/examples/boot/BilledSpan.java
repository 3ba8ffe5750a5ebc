package io.quittance.examples.boot;

import io.quittance.core.contract.BillingCycle;
import io.quittance.core.contract.Charge;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.contract.ContractTerms;
import io.quittance.core.contract.TermsVersion;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How much one request may ask for, so that it does not keep the service busy: it is counted before anything is billed. */
final class BilledSpan {
    private static final int MOST_YEARS = 10;
    private static final int MOST_PERIODS = 5_000;

    private BilledSpan() {}

    /** Refuses a day so long after the contract began that there are too many periods of its charges until then. */
    static void require(ContractHistory contract, LocalDate day) {
        LocalDate start = contract.signed().term().start();
        if (ChronoUnit.YEARS.between(start, day) >= MOST_YEARS) {
            throw new InvalidArgumentException(
                    "request.span", "date", "must be less than " + MOST_YEARS + " years after the contract began", day);
        }
        long periods = day.isBefore(start) ? 0 : periods(contract, new ServicePeriod(start, day.plusDays(1)));
        if (periods > MOST_PERIODS) {
            throw new InvalidArgumentException(
                            "request.span",
                            "charges",
                            "must together have at most " + MOST_PERIODS + " periods until the date",
                            periods)
                    .at("contract.terms");
        }
    }

    /** Those of all charges, and of the terms themselves, which may agree more in a cycle of their own. */
    private static long periods(ContractHistory contract, ServicePeriod days) {
        LocalDate start = days.start();
        long periods = 0;
        for (TermsVersion version : contract.versions(days, AsOf.endOf(days.lastDay()))) {
            ContractTerms terms = version.terms();
            periods += periods(terms.cycle(), start, version.days());
            for (Charge charge : terms.charges()) {
                periods += charge.within(version.days())
                        .map(charged -> periods(terms.cycleOf(charge), start, charged))
                        .orElse(0L);
            }
        }
        return periods;
    }

    private static long periods(BillingCycle cycle, LocalDate start, ServicePeriod days) {
        Schedule schedule = cycle.schedule(start);
        return schedule.numberOf(days.lastDay()) - schedule.numberOf(days.start()) + 1;
    }
}
