package io.quittance.json;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.PerUnit;
import io.quittance.core.pricing.TimeWindow;
import io.quittance.core.pricing.TimeWindows;
import io.quittance.core.usage.Sum;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** {@code {"type": "timeWindows", "windows": [{"name": "night", "from": "22:00", "to": "06:00", "price": …}], "otherwise": …}};
 * the days of a window, from {@code MONDAY} to {@code SUNDAY}, may be left out where they are all. */
public final class TimeWindowsCodec implements ChargeModelCodec<TimeWindows> {

    private static final ChargeModel ANY_PRICE = PerUnit.of("1");

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
        List<Optional<TimeWindow>> windows =
                fields.objects("windows").stream().map(TimeWindowsCodec::window).toList();
        ChargeModel otherwise = fields.model("otherwise");
        var aggregation = AggregationJson.readOptional(fields, new Sum());
        return Elements.made(fields, "windows", windows, sound -> TimeWindows.of(sound, otherwise))
                .withAggregation(aggregation.orElseThrow());
    }

    /** Empty where it cannot be compared with others. */
    private static Optional<TimeWindow> window(JsonFields fields) {
        String name = fields.text("name");
        List<DayOfWeek> days =
                fields.optionalChoices("days", DayOfWeek.values()).orElse(List.of(DayOfWeek.values()));
        Optional<LocalTime> from = fields.parsed("from", TimeWindowsCodec::time);
        Optional<LocalTime> to = fields.parsed("to", TimeWindowsCodec::time);
        ChargeModel price = fields.model("price");
        Optional<TimeWindow> window = fields.attempt(
                () -> TimeWindow.of(name, from.orElse(LocalTime.MIDNIGHT), to.orElse(LocalTime.MIDNIGHT), price)
                        .on(new TreeSet<>(days)));
        boolean anyDay = !fields.isGiven("days") || fields.isSound("days");
        return window.filter(one -> anyDay && fields.isSound("from", "to"));
    }

    private static LocalTime time(String text) {
        return TimeWindow.of("any", text, "00:00", ANY_PRICE).from();
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
