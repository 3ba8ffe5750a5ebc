package io.quittance.json;

import io.quittance.core.error.InvalidArgumentException;
import io.quittance.core.pricing.PackagePrice;
import io.quittance.core.pricing.PackageRounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** {@code {"type": "package", "size": "10", "price": "100", "freeUnits": "5", "rounding": "UP"}}. */
public final class PackagePriceCodec implements ChargeModelCodec<PackagePrice> {

    @Override
    public String type() {
        return "package";
    }

    @Override
    public Class<PackagePrice> modelClass() {
        return PackagePrice.class;
    }

    @Override
    public PackagePrice read(JsonFields fields) {
        BigDecimal size = fields.decimal("size");
        BigDecimal price = fields.decimal("price");
        Optional<BigDecimal> freeUnits = fields.optionalDecimal("freeUnits");
        Optional<String> rounding = fields.optionalText("rounding");
        return PackagePrice.of(size, price)
                .withFreeUnits(freeUnits.orElse(BigDecimal.ZERO))
                .withRounding(rounding.map(PackagePriceCodec::rounding).orElse(PackageRounding.UP));
    }

    @Override
    public void write(PackagePrice model, JsonObject object) {
        object.decimal("size", model.size()).decimal("price", model.price());
        if (model.freeUnits().signum() != 0) {
            object.decimal("freeUnits", model.freeUnits());
        }
        if (model.rounding() != PackageRounding.UP) {
            object.text("rounding", model.rounding().name());
        }
    }

    private static PackageRounding rounding(String name) {
        for (PackageRounding rounding : PackageRounding.values()) {
            if (rounding.name().equals(name)) {
                return rounding;
            }
        }
        throw new InvalidArgumentException(
                "package.rounding", "rounding", "must be one of " + List.of(PackageRounding.values()), name);
    }
}
