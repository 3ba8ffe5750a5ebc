package io.quittance.json;

import io.quittance.core.money.Rounding;
import io.quittance.core.tax.TaxOnTotal;
import io.quittance.core.tax.TaxPerGroup;
import io.quittance.core.tax.TaxPerLine;
import io.quittance.core.tax.TaxPolicy;
import java.util.Optional;

/**
 * Where the tax of a document is rounded: {@code {"kind": "perGroup", "rounding": {"scale": 2, "mode": "HALF_UP"}}}. A policy of a
 * host's own has no fields; whoever reads the document hands it over.
 */
final class TaxPolicyJson {
    private static final String NAME = "taxPolicy";

    /** The policies of the library. */
    private enum Kind {
        PER_GROUP,
        PER_LINE,
        ON_TOTAL;

        TaxPolicy of(Rounding rounding) {
            return switch (this) {
                case PER_GROUP -> new TaxPerGroup(rounding);
                case PER_LINE -> new TaxPerLine(rounding);
                case ON_TOTAL -> new TaxOnTotal(rounding);
            };
        }
    }

    private TaxPolicyJson() {}

    static void write(TaxPolicy policy, JsonObject object) {
        if (policy instanceof TaxPerGroup group) {
            write(Kind.PER_GROUP, group.rounding(), object);
        } else if (policy instanceof TaxPerLine line) {
            write(Kind.PER_LINE, line.rounding(), object);
        } else if (policy instanceof TaxOnTotal total) {
            write(Kind.ON_TOTAL, total.rounding(), object);
        }
    }

    private static void write(Kind kind, Rounding rounding, JsonObject object) {
        object.object(
                NAME,
                out -> out.text("kind", Words.of(kind))
                        .object("rounding", places -> AgreementsJson.write(rounding, places)));
    }

    /**
     * Empty where it is wrong.
     *
     * @param own the host's, for documents that name none
     */
    static Optional<TaxPolicy> read(JsonFields parent, Optional<TaxPolicy> own) {
        if (!parent.isGiven(NAME)) {
            parent.optionalObject(NAME);
            parent.require(
                    own.isPresent(),
                    "invoice.tax-policy",
                    NAME,
                    "must be given; a policy of the host's own must be handed to the reader",
                    null);
            return own;
        }
        JsonFields fields = parent.object(NAME);
        Optional<Kind> kind = Words.read(fields, "kind", Kind.values());
        Optional<Rounding> rounding = AgreementsJson.rounding(fields.object("rounding"));
        return kind.flatMap(where -> rounding.map(where::of));
    }
}
