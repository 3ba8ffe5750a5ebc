package io.quittance.conformance;

import io.quittance.core.schedule.Schedule;
import io.quittance.core.schedule.ScheduledPeriod;
import io.quittance.core.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** {@code schedule}: boundaries from the anchor on, the period around a date, or the periods of a subscription. */
final class ScheduleAdapter implements Adapter {
    /** No case has as many periods; where none says when it ends, it ends after this. */
    private static final int YEARS = 30;

    @Override
    public Object answer(JsonNode input) {
        Schedule schedule = Schedule.every(Input.period(input.get("interval")), Input.date(input, "anchor"));
        if (input.has("containing")) {
            return Map.of("period", days(schedule.periodOf(Input.date(input, "containing"))));
        }
        int count = Input.integer(input, "count");
        if (!input.has("subscriptionStart")) {
            return Map.of(
                    "boundaries",
                    LongStream.range(0, count).mapToObj(schedule::boundary).toList());
        }
        LocalDate start = Input.date(input, "subscriptionStart");
        LocalDate end = input.has("subscriptionEnd") ? Input.date(input, "subscriptionEnd") : start.plusYears(YEARS);
        return Map.of(
                "periods",
                schedule.periodsOf(new ServicePeriod(start, end)).stream()
                        .limit(count)
                        .map(ScheduledPeriod::service)
                        .map(ScheduleAdapter::days)
                        .toList());
    }

    private static List<LocalDate> days(ServicePeriod period) {
        return List.of(period.start(), period.end());
    }
}
