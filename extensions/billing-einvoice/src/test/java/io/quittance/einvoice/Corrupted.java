package io.quittance.einvoice;

import io.quittance.core.en16931.BusinessGroup;
import io.quittance.core.en16931.BusinessGroup.Value;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Documents that say something else than the one they are made of. */
final class Corrupted {
    private Corrupted() {}

    /** The document, where a term of every group of a kind says something else. */
    static BusinessGroup terms(BusinessGroup document, String group, String term, String text) {
        return copy(
                        document,
                        BusinessGroup.document(),
                        group,
                        term,
                        value -> new Value(text, value.qualifierCode()),
                        to -> {})
                .build();
    }

    /** The document, where every group of a kind says something more. */
    static BusinessGroup with(BusinessGroup document, String group, String term, Value more) {
        return copy(
                        document,
                        BusinessGroup.document(),
                        group,
                        term,
                        value -> value,
                        to -> to.put(term, more.text(), more.qualifierCode()))
                .build();
    }

    private static BusinessGroup.Builder copy(
            BusinessGroup from,
            BusinessGroup.Builder to,
            String group,
            String term,
            UnaryOperator<Value> change,
            Consumer<BusinessGroup.Builder> more) {
        boolean here = from.id().equals(group);
        for (String id : from.terms()) {
            for (Value value : from.values(id)) {
                Value said = here && id.equals(term) ? change.apply(value) : value;
                to.put(id, said.text(), said.qualifierCode());
            }
        }
        if (here) {
            more.accept(to);
        }
        for (String id : from.groupIds()) {
            from.groups(id).forEach(inner -> to.add(copy(inner, BusinessGroup.of(id), group, term, change, more)));
        }
        return to;
    }
}
