package io.quittance.einvoice;

import static java.util.Objects.requireNonNull;

import io.quittance.core.en16931.RuleSet;
import io.quittance.core.internal.Require;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a network or country uses EN 16931, as data: by which identifiers documents name it, and by which rules they are checked. One
 * of your own begins with {@link #of}: {@code Profile.of("Acme", "urn:cen.eu:en16931:2017#compliant#urn:acme", RuleSet.EN16931)}.
 */
public final class Profile {
    /** The European standard itself. */
    public static final Profile EN16931 = of("EN 16931", "urn:cen.eu:en16931:2017", RuleSet.EN16931);

    /** The Peppol network: BIS Billing 3.0, invoices and credit notes of the seller. */
    public static final Profile PEPPOL_BIS3 = of(
                    "Peppol BIS Billing 3.0",
                    "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
                    RuleSet.PEPPOL_BIS3.with("Peppol BIS Billing 3.0", CodeRules.PEPPOL_ADDRESSES))
            .inProcess("urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");

    /**
     * German authorities: XRechnung 3.0, by the rules of EN 16931 and those about what must be there (BR-DE-1 to 11, 14 to 17,
     * PEPPOL-EN16931-R010 and R020); not those about the form of telephone numbers, discounts and payment means.
     */
    public static final Profile XRECHNUNG = of(
                    "XRechnung 3.0",
                    "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
                    XRechnungRules.set())
            .inProcess("urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");

    private final String name;
    private final String specification;
    private final RuleSet rules;
    private final @Nullable String process;
    private final Map<String, String> units;
    private final boolean flattened;
    private final boolean exact;

    private Profile(
            String name,
            String specification,
            RuleSet rules,
            @Nullable String process,
            Map<String, String> units,
            boolean flattened,
            boolean exact) {
        this.name = Require.id(name, "name");
        this.specification = Require.id(specification, "specification");
        this.rules = requireNonNull(rules, "rules");
        this.process = Require.optionalId(process, "process");
        this.units = units;
        this.flattened = flattened;
        this.exact = exact;
    }

    /**
     * A profile that names no process.
     *
     * @param name as messages name it
     * @param specification the identifier that documents carry (BT-24)
     * @param rules by which they are checked, beside the code lists of EN 16931, which always count
     */
    public static Profile of(String name, String specification, RuleSet rules) {
        return new Profile(name, specification, rules, null, Map.of(), false, false);
    }

    /** The same, whose documents name a business process (BT-23). */
    public Profile inProcess(String id) {
        return new Profile(name, specification, rules, requireNonNull(id, "process"), units, flattened, exact);
    }

    /**
     * The same, with units of your own written as codes of UN/ECE Recommendation 20 or 21: {@code withUnits(Map.of("calls", "C62",
     * "GB", "E34"))}. What is not in the map is written as it is. A later map takes the place of an earlier one.
     */
    public Profile withUnits(Map<String, String> codes) {
        codes.forEach((unit, code) -> CodeList.UNIT.require(code, "codes[" + unit + "]"));
        return new Profile(name, specification, rules, process, Map.copyOf(codes), flattened, exact);
    }

    /**
     * The same, which leaves out lines that do not count (groups, and those that only inform) and that lines stand within others;
     * otherwise such documents are refused. No sum changes by it.
     */
    public Profile flattened() {
        return new Profile(name, specification, rules, process, units, true, exact);
    }

    /** The same, which refuses what {@link EInvoice#remarks()} otherwise only tells. */
    public Profile exact() {
        return new Profile(name, specification, rules, process, units, flattened, true);
    }

    /** How messages name it. */
    public String name() {
        return name;
    }

    /** The identifier that documents carry (BT-24). */
    public String specification() {
        return specification;
    }

    /** The business process that documents name (BT-23), if they name one. */
    public Optional<String> process() {
        return Optional.ofNullable(process);
    }

    /** The rules by which documents are checked. */
    public RuleSet rules() {
        return rules;
    }

    /** The units that are written as another code, by unit. */
    public Map<String, String> units() {
        return new TreeMap<>(units);
    }

    /** Whether lines that do not count are left out. */
    public boolean isFlattened() {
        return flattened;
    }

    /** Whether nothing may be off by as much as a cent. */
    public boolean isExact() {
        return exact;
    }

    String unit(String unit) {
        return units.getOrDefault(unit, unit);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
