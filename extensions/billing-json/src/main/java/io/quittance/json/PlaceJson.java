package io.quittance.json;

import io.quittance.core.internal.Dates;
import io.quittance.core.party.Delivery;
import io.quittance.core.party.PostalAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where somebody is, and where and when something was delivered; what is refused is not shown. */
final class PlaceJson {
    private static final PostalAddress STAND_IN = PostalAddress.in("DE");

    private PlaceJson() {}

    /** {@code {"country": "DE", "lines": ["Lindenweg 5"], "city": "Berlin"}}; without what is wrong. */
    static PostalAddress address(JsonFields fields) {
        PostalAddress made = fields.parsed("country", PostalAddress::in).orElse(STAND_IN);
        List<String> lines = fields.optionalTexts("lines");
        PostalAddress known = made;
        made = fields.attempt(() -> known.withLines(lines.toArray(String[]::new)))
                .orElse(known);
        made = fields.changed(made, "city", PostalAddress::withCity);
        made = fields.changed(made, "postCode", PostalAddress::withPostCode);
        return fields.changed(made, "subdivision", PostalAddress::withSubdivision);
    }

    /** {@code {"date": "2026-01-05", "address": {"country": "DE"}}}, with at least one of the two; without what is wrong. */
    static Delivery delivery(JsonFields fields) {
        Optional<LocalDate> date = fields.optionalParsed("date", text -> Dates.parse(text, "date"));
        Optional<PostalAddress> address = fields.optionalObject("address").map(PlaceJson::address);
        fields.require(
                fields.isGiven("date") || fields.isGiven("address"),
                "delivery.empty",
                "date",
                "must be given where no address is",
                null);
        Delivery made = date.map(Delivery::on).orElseGet(() -> Delivery.to(address.orElse(STAND_IN)));
        made = address.map(made::at).orElse(made);
        made = fields.changed(made, "name", Delivery::receivedBy);
        return IdentifierJson.readOptional("location", fields)
                .map(made::atLocation)
                .orElse(made);
    }
}
