package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.DimensionPrice;
import io.quittance.core.pricing.DimensionPrices;
import io.quittance.core.usage.Sum;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code {"type": "dimensionPrices", "prices": [{"name": "Europe", "where": [{"dimension": "region", "values": ["eu", "uk"]}],
 * "price": …}], "otherwise": …}}. */
public final class DimensionPricesCodec implements ChargeModelCodec<DimensionPrices> {

    @Override
    public String type() {
        return "dimensionPrices";
    }

    @Override
    public Class<DimensionPrices> modelClass() {
        return DimensionPrices.class;
    }

    @Override
    public DimensionPrices read(JsonFields fields) {
        List<Optional<DimensionPrice>> prices = fields.objects("prices").stream()
                .map(DimensionPricesCodec::price)
                .toList();
        ChargeModel otherwise = fields.model("otherwise");
        var aggregation = AggregationJson.readOptional(fields, new Sum());
        return Elements.made(fields, "prices", prices, sound -> DimensionPrices.of(sound, otherwise))
                .withAggregation(aggregation.orElseThrow());
    }

    /** Empty where it cannot be compared with others. */
    private static Optional<DimensionPrice> price(JsonFields fields) {
        String name = fields.text("name");
        var filter = new LinkedHashMap<String, Set<String>>();
        for (JsonFields entry : fields.objects("where")) {
            Optional<String> dimension = entry.parsed("dimension", text -> Require.id(text, "dimension"));
            Set<String> values = values(entry);
            dimension.ifPresent(one -> entry.require(
                    filter.putIfAbsent(one, values) == null,
                    "dimension-prices.dimension-twice",
                    "dimension",
                    "must be named once",
                    one));
        }
        ChargeModel model = fields.model("price");
        return fields.attempt(() -> DimensionPrice.of(name, model))
                .flatMap(price ->
                        fields.isSound("where") ? fields.attempt(() -> price.where(filter)) : Optional.empty());
    }

    private static Set<String> values(JsonFields entry) {
        var values = new LinkedHashSet<String>();
        entry.parsedTexts("values", text -> {
            Require.id(text, "values");
            Require.that(values.add(text), "json.text-twice", "values", "must be given once", text);
            return text;
        });
        if (entry.isSound("values")) {
            entry.of("values", () -> Require.notEmpty(values, "values"));
        }
        return values;
    }

    @Override
    public void write(DimensionPrices model, JsonObject object) {
        object.objects("prices", model.prices(), DimensionPricesCodec::write).model("otherwise", model.otherwise());
        AggregationJson.writeOptional(model.aggregation(), new Sum(), object);
    }

    private static void write(DimensionPrice price, JsonObject object) {
        object.text("name", price.name())
                .objects(
                        "where",
                        price.filter().entrySet(),
                        (filter, out) -> out.text("dimension", filter.getKey()).texts("values", filter.getValue()))
                .model("price", price.price());
    }
}
