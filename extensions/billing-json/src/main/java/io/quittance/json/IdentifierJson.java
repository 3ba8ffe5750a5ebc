package io.quittance.json;

import io.quittance.core.internal.Require;
import io.quittance.core.party.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Identifiers and who gives them: {@code {"scheme": "0088", "value": "4000001000005"}}. */
final class IdentifierJson {
    private IdentifierJson() {}

    /** Empty where it is wrong. */
    static Optional<Identifier> read(JsonFields fields) {
        Optional<String> scheme = fields.optionalParsed("scheme", text -> Require.id(text, "scheme"));
        return fields.parsed("value", Identifier::of).map(id -> new Identifier(id.value(), scheme.orElse(null)));
    }

    /** One that may be left out. */
    static Optional<Identifier> readOptional(String name, JsonFields parent) {
        return parent.optionalObject(name).flatMap(IdentifierJson::read);
    }

    /** Several that may be left out, without those that are wrong. */
    static List<Identifier> readAll(String name, JsonFields parent) {
        var ids = new ArrayList<Identifier>();
        parent.optionalObjects(name).forEach(fields -> read(fields).ifPresent(ids::add));
        return ids;
    }
}
