package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.core.pricing.Matrix;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

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
        var names = new LinkedHashSet<String>();
        fields.parsedTexts("dimensions", text -> {
            Require.id(text, "dimensions");
            Require.that(
                    names.add(text), "matrix.dimension-twice", "dimensions", "must name each dimension once", text);
            return text;
        });
        List<String> dimensions = List.copyOf(names);
        boolean known = fields.isSound("dimensions") && !dimensions.isEmpty();
        var cells = new LinkedHashMap<List<String>, BigDecimal>();
        for (JsonFields cell : fields.objects("cells")) {
            List<String> values = cell.parsedTexts("values", text -> Require.id(text, "values"));
            BigDecimal price = cell.decimal("unitPrice", number -> Require.notNegative(number, "unitPrice"))
                    .orElse(BigDecimal.ZERO);
            if (known && cell.isSound("values") && isCell(cell, values, dimensions)) {
                boolean first = cells.putIfAbsent(values, price) == null;
                cell.require(first, "json.twice", "values", "must be unique", values);
            }
        }
        Optional<BigDecimal> otherwise =
                fields.optionalDecimal("otherwise", number -> Require.notNegative(number, "otherwise"));
        Matrix model = Matrix.of(dimensions, cells);
        return otherwise.map(model::otherwise).orElse(model);
    }

    private static boolean isCell(JsonFields cell, List<String> values, List<String> dimensions) {
        return cell.require(
                values.size() == dimensions.size(),
                "matrix.values",
                "values",
                "must have one value for each of " + dimensions,
                values);
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
