package io.quittance.json;

import io.quittance.core.pricing.Matrix;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;

/** {@code {"type": "matrix", "dimensions": ["region"], "cells": [{"values": ["eu"], "unitPrice": "0.10"}], "otherwise":
 * "0.50"}}; the price of the rest may be left out. */
public final class MatrixCodec implements ChargeModelCodec<Matrix> {

    @Override
    public String type() {
        return "matrix";
    }

    @Override
    public Class<Matrix> modelClass() {
        return Matrix.class;
    }

    @Override
    public Matrix read(JsonFields fields) {
        List<String> dimensions = fields.texts("dimensions");
        var cells = new LinkedHashMap<List<String>, BigDecimal>();
        for (JsonFields cell : fields.objects("cells")) {
            List<String> values = cell.texts("values");
            BigDecimal unitPrice = cell.decimal("unitPrice");
            boolean first = cells.putIfAbsent(values, unitPrice) == null;
            cell.within(() -> NamedNumbers.unique(first, "values", values));
        }
        Matrix model = Matrix.of(dimensions, cells);
        return fields.optionalDecimal("otherwise").map(model::otherwise).orElse(model);
    }

    @Override
    public void write(Matrix model, JsonObject object) {
        object.texts("dimensions", model.dimensions())
                .objects(
                        "cells",
                        model.cells().entrySet(),
                        (cell, out) -> out.texts("values", cell.getKey()).decimal("unitPrice", cell.getValue()));
        model.otherwise().ifPresent(price -> object.decimal("otherwise", price));
    }
}
