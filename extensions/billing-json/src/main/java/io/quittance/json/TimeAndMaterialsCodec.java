package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.core.pricing.TimeAndMaterials;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/** {@code {"type": "timeAndMaterials", "rates": [{"role": "consultant", "rate": "150"}], "overtime": [{"value": "yes", "factor":
 * "1.5"}], "increment": "0.25", "notToExceed": "10000"}}; only the rates must be given. */
public final class TimeAndMaterialsCodec implements ChargeModelCodec<TimeAndMaterials> {

    @Override
    public String type() {
        return "timeAndMaterials";
    }

    @Override
    public Class<TimeAndMaterials> modelClass() {
        return TimeAndMaterials.class;
    }

    @Override
    public TimeAndMaterials read(JsonFields fields) {
        TimeAndMaterials model = TimeAndMaterials.of(
                NamedNumbers.read(fields.objects("rates"), "role", "rate", text -> Require.id(text, "role")));
        model = fields.optionalText("roleDimension")
                .map(model::withRoleDimension)
                .orElse(model);
        Map<String, BigDecimal> factors = NamedNumbers.read(
                fields.optionalObjects("overtime"), "value", "factor", text -> Require.id(text, "value"));
        model = model.withOvertime(fields.optionalText("overtimeDimension").orElse(model.overtimeDimension()), factors);
        model = fields.optionalDecimal("increment").map(model::withIncrement).orElse(model);
        return fields.optionalDecimal("notToExceed").map(model::withNotToExceed).orElse(model);
    }

    @Override
    public void write(TimeAndMaterials model, JsonObject object) {
        NamedNumbers.write(object, "rates", "role", "rate", model.rates(), Function.identity());
        object.text("roleDimension", model.roleDimension());
        object.text("overtimeDimension", model.overtimeDimension());
        if (!model.overtimeFactors().isEmpty()) {
            NamedNumbers.write(object, "overtime", "value", "factor", model.overtimeFactors(), Function.identity());
        }
        model.increment().ifPresent(increment -> object.decimal("increment", increment));
        model.notToExceed().ifPresent(cap -> object.decimal("notToExceed", cap));
    }
}
