package io.quittance.json;

import io.quittance.core.pricing.ChargeModel;
import io.quittance.core.pricing.DimensionPrice;
import io.quittance.core.pricing.DimensionPrices;
import io.quittance.core.usage.Sum;
import io.quittance.core.usage.UsageAggregation;
import java.util.ArrayList;
import java.util.List;
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
        var prices = new ArrayList<DimensionPrice>();
        for (JsonFields price : fields.objects("prices")) {
            prices.add(price(price));
        }
        ChargeModel otherwise = fields.model("otherwise");
        UsageAggregation aggregation = AggregationJson.readOptional(fields, new Sum());
        return DimensionPrices.of(prices, otherwise).withAggregation(aggregation);
    }

    private static DimensionPrice price(JsonFields fields) {
        String name = fields.text("name");
        List<JsonFields> filters = fields.objects("where");
        ChargeModel model = fields.model("price");
        DimensionPrice price = fields.within(() -> DimensionPrice.of(name, model));
        for (JsonFields filter : filters) {
            price = filtered(price, filter);
        }
        return price;
    }

    private static DimensionPrice filtered(DimensionPrice price, JsonFields filter) {
        String dimension = filter.text("dimension");
        Set<String> values = filter.textSet("values");
        return filter.within(() -> price.where(dimension, values));
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
