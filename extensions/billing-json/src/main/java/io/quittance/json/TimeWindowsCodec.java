package io.quittance.json;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.TimeWindow;
import io.quittance.core.pricing.TimeWindows;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.UsageAggregation;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** {@code {"type": "timeWindows", "windows": [{"name": "night", "from": "22:00", "to": "06:00", "price": …}], "otherwise": …}};
 * the days of a window, from {@code MONDAY} to {@code SUNDAY}, may be left out where they are all. */
public final class TimeWindowsCodec implements ChargeModelCodec<TimeWindows> {

    @Override
    public String type() {
        return "timeWindows";
    }

    @Override
    public Class<TimeWindows> modelClass() {
        return TimeWindows.class;
    }

    @Override
    public TimeWindows read(JsonFields fields) {
        var windows = new ArrayList<TimeWindow>();
        for (JsonFields window : fields.objects("windows")) {
            windows.add(window(window));
        }
        ChargeModel otherwise = fields.model("otherwise");
        UsageAggregation aggregation = AggregationJson.readOptional(fields, new Sum());
        return TimeWindows.of(windows, otherwise).withAggregation(aggregation);
    }

    private static TimeWindow window(JsonFields fields) {
        String name = fields.text("name");
        List<DayOfWeek> days =
                fields.optionalChoices("days", DayOfWeek.values()).orElse(List.of(DayOfWeek.values()));
        String from = fields.text("from");
        String to = fields.text("to");
        ChargeModel price = fields.model("price");
        return fields.within(() -> TimeWindow.of(name, from, to, price).on(new TreeSet<>(days)));
    }

    @Override
    public void write(TimeWindows model, JsonObject object) {
        object.objects("windows", model.windows(), TimeWindowsCodec::write).model("otherwise", model.otherwise());
        AggregationJson.writeOptional(model.aggregation(), new Sum(), object);
    }

    private static void write(TimeWindow window, JsonObject object) {
        object.text("name", window.name());
        if (window.days().size() < DayOfWeek.values().length) {
            object.texts("days", window.days().stream().map(DayOfWeek::name).toList());
        }
        object.text("from", window.from().toString())
                .text("to", window.to().toString())
                .model("price", window.price());
    }
}
