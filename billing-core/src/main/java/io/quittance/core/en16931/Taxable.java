package io.quittance.core.en16931;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is taxed: a line, an allowance (which takes off) or a charge of the document.
 *
 * @param place the group that says how: BG-30, BG-20 or BG-21
 * @param kind of the group
 * @param amount without tax; negative for an allowance
 */
record Taxable(Place place, Kind kind, BigDecimal amount) {
    /** Where the category and the rate stand. */
    enum Kind {
        /** Of a line. */
        LINE("BG-30", "BT-151", "BT-152"),
        /** Of an allowance. */
        ALLOWANCE("BG-20", "BT-95", "BT-96"),
        /** Of a charge. */
        CHARGE("BG-21", "BT-102", "BT-103");

        private final String group;
        private final String category;
        private final String rate;

        Kind(String group, String category, String rate) {
            this.group = group;
            this.category = category;
            this.rate = rate;
        }

        /** The term of the category. */
        String category() {
            return category;
        }

        /** The term of the rate. */
        String rate() {
            return rate;
        }
    }

    /** All of a document, in its order. */
    static List<Taxable> all(BusinessGroup document) {
        var all = new ArrayList<Taxable>();
        for (Place line : Place.all(document, "BG-25")) {
            BigDecimal net = Sums.number(line.group(), "BT-131");
            List<BusinessGroup> taxes = line.group().groups(Kind.LINE.group);
            for (int i = 0; i < taxes.size(); i++) {
                all.add(new Taxable(
                        new Place(line.to(Kind.LINE.group + "[" + (i + 1) + "]"), taxes.get(i)), Kind.LINE, net));
            }
        }
        for (Place allowance : Place.all(document, Kind.ALLOWANCE.group)) {
            all.add(new Taxable(
                    allowance,
                    Kind.ALLOWANCE,
                    Sums.number(allowance.group(), "BT-92").negate()));
        }
        for (Place charge : Place.all(document, Kind.CHARGE.group)) {
            all.add(new Taxable(charge, Kind.CHARGE, Sums.number(charge.group(), "BT-99")));
        }
        return all;
    }

    /** Whether it is of a category. */
    boolean isOf(String category) {
        return place.group().text(kind.category).filter(category::equals).isPresent();
    }

    /** Its rate, if there is one. */
    Optional<BigDecimal> rate() {
        return place.group().number(kind.rate);
    }
}
