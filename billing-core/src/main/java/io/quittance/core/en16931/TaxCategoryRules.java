package io.quittance.core.en16931;

import io.quittance.core.explain.Explanation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of one tax category, and where they differ between categories (BR-S, BR-Z, BR-E, BR-AE, BR-IC, BR-G, BR-O, BR-AF, BR-AG). */
final class TaxCategoryRules {
    /** What rate a category has. */
    private enum Rates {
        /** More than 0. */
        POSITIVE,
        /** 0 or more. */
        ANY,
        /** 0. */
        ZERO,
        /** None. */
        NONE
    }

    /** Who must be identified, or must not. */
    private enum Parties {
        /** Seller or representative. */
        SELLER,
        /** As that, and the buyer for VAT or in a register. */
        SELLER_AND_BUYER,
        /** Seller or representative for VAT, and the buyer for VAT. */
        BOTH_FOR_VAT,
        /** Seller or representative for VAT. */
        SELLER_FOR_VAT,
        /** Nobody for VAT. */
        NOBODY
    }

    private final String prefix;
    private final String code;
    private final Rates rates;
    private final Parties parties;

    private TaxCategoryRules(String prefix, String code, Rates rates, Parties parties) {
        this.prefix = prefix;
        this.code = code;
        this.rates = rates;
        this.parties = parties;
    }

    static List<DocumentRule> all() {
        var all = new ArrayList<DocumentRule>();
        all.addAll(new TaxCategoryRules("BR-S", "S", Rates.POSITIVE, Parties.SELLER).rules());
        all.addAll(new TaxCategoryRules("BR-Z", "Z", Rates.ZERO, Parties.SELLER).rules());
        all.addAll(new TaxCategoryRules("BR-E", "E", Rates.ZERO, Parties.SELLER).rules());
        all.addAll(new TaxCategoryRules("BR-AE", "AE", Rates.ZERO, Parties.SELLER_AND_BUYER).rules());
        all.addAll(new TaxCategoryRules("BR-IC", "K", Rates.ZERO, Parties.BOTH_FOR_VAT).rules());
        all.addAll(new TaxCategoryRules("BR-G", "G", Rates.ZERO, Parties.SELLER_FOR_VAT).rules());
        all.addAll(new TaxCategoryRules("BR-O", "O", Rates.NONE, Parties.NOBODY).rules());
        all.addAll(new TaxCategoryRules("BR-AF", "L", Rates.ANY, Parties.SELLER).rules());
        all.addAll(new TaxCategoryRules("BR-AG", "M", Rates.ANY, Parties.SELLER).rules());
        return all;
    }

    private List<DocumentRule> rules() {
        return List.of(
                document("-01", "BG-23", this::groups),
                identified("-02", Taxable.Kind.LINE),
                identified("-03", Taxable.Kind.ALLOWANCE),
                identified("-04", Taxable.Kind.CHARGE),
                rate("-05", Taxable.Kind.LINE),
                rate("-06", Taxable.Kind.ALLOWANCE),
                rate("-07", Taxable.Kind.CHARGE),
                group("-08", "BT-116", this::taxable),
                new GroupOfRateRule(prefix + "-08"),
                group("-09", "BT-117", this::tax),
                group("-10", "BT-120", this::reason));
    }

    private boolean hasRates() {
        return rates == Rates.POSITIVE || rates == Rates.ANY;
    }

    private DocumentRule document(String number, String path, PlaceRule.DocumentTest test) {
        return PlaceRule.onDocument(prefix + number, path, test);
    }

    private DocumentRule group(String number, String term, PlaceRule.Test test) {
        return new PlaceRule(
                prefix + number,
                "BG-23",
                term,
                (group, document) -> isOf(group) ? test.wrong(group, document) : Optional.empty());
    }

    private boolean isOf(BusinessGroup group) {
        return group.text("BT-118").filter(code::equals).isPresent();
    }

    /** A category that is used has its group, and only one that is; those without a rate have one group only. */
    private Optional<Explanation> groups(BusinessGroup document) {
        boolean used = Taxable.all(document).stream().anyMatch(amount -> amount.isOf(code));
        int count = (int) document.groups("BG-23").stream().filter(this::isOf).count();
        boolean kept = used ? count == 1 || (count > 1 && hasRates()) : count == 0;
        String expected = !used ? "0" : hasRates() ? "1+" : "1";
        return Wrong.unless(
                kept,
                Explanation.of(
                        "rule.groups",
                        "{0} of category {1} must occur {2} times, not {3}",
                        Vocabulary.named("BG-23"),
                        code,
                        expected,
                        count));
    }

    private DocumentRule identified(String number, Taxable.Kind kind) {
        return document(
                number,
                "BG-4",
                document ->
                        Taxable.all(document).stream().anyMatch(amount -> amount.kind() == kind && amount.isOf(code))
                                ? wrongParties(document)
                                : Optional.empty());
    }

    private Optional<Explanation> wrongParties(BusinessGroup document) {
        boolean seller = has(document, "BG-4", "BT-31");
        boolean sellerElsewhere = has(document, "BG-4", "BT-32");
        boolean representative = has(document, "BG-11", "BT-63");
        boolean buyer = has(document, "BG-7", "BT-48");
        boolean buyerElsewhere = has(document, "BG-7", "BT-47");
        boolean anySeller = seller || sellerElsewhere || representative;
        return switch (parties) {
            case SELLER -> Wrong.unless(anySeller, Wrong.missing("BT-31", "BT-32", "BT-63"));
            case SELLER_AND_BUYER ->
                anySeller
                        ? Wrong.unless(buyer || buyerElsewhere, Wrong.missing("BT-48", "BT-47"))
                        : Optional.of(Wrong.missing("BT-31", "BT-32", "BT-63"));
            case BOTH_FOR_VAT ->
                seller || representative
                        ? Wrong.unless(buyer, Wrong.missing("BT-48"))
                        : Optional.of(Wrong.missing("BT-31", "BT-63"));
            case SELLER_FOR_VAT -> Wrong.unless(seller || representative, Wrong.missing("BT-31", "BT-63"));
            case NOBODY -> Wrong.unless(!seller && !representative && !buyer, Wrong.given("BT-31", "BT-63", "BT-48"));
        };
    }

    private static boolean has(BusinessGroup document, String group, String term) {
        return document.group(group).filter(party -> party.has(term)).isPresent();
    }

    private DocumentRule rate(String number, Taxable.Kind kind) {
        return new RateRule(prefix + number, kind);
    }

    /** The rate of each line, allowance or charge of the category. */
    private final class RateRule implements DocumentRule {
        private final String id;
        private final Taxable.Kind kind;

        private RateRule(String id, Taxable.Kind kind) {
            this.id = id;
            this.kind = kind;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public List<RuleViolation> violations(BusinessGroup document) {
            var violations = new ArrayList<RuleViolation>();
            for (Taxable amount : Taxable.all(document)) {
                if (amount.kind() == kind && amount.isOf(code)) {
                    wrongRate(amount.rate())
                            .ifPresent(what -> violations.add(
                                    new RuleViolation(id, amount.place().to(kind.rate()), what)));
                }
            }
            return violations;
        }

        private Optional<Explanation> wrongRate(Optional<BigDecimal> rate) {
            if (rates == Rates.NONE) {
                return Wrong.unless(rate.isEmpty(), Wrong.given(kind.rate()));
            }
            if (rate.isEmpty()) {
                return Optional.of(Wrong.missing(kind.rate()));
            }
            BigDecimal percent = rate.get();
            return switch (rates) {
                case POSITIVE -> Wrong.unless(percent.signum() > 0, Wrong.notPositive(percent));
                case ZERO -> Wrong.unless(percent.signum() == 0, Wrong.not(BigDecimal.ZERO, percent));
                default -> Wrong.unless(percent.signum() >= 0, Wrong.negative(percent));
            };
        }
    }

    /**
     * What is taxed in a group is the sum of what is of its category, and of its rate where there are several; then there is something
     * of the rate, as the official rule asks too.
     */
    private Optional<Explanation> taxable(BusinessGroup group, BusinessGroup document) {
        BigDecimal rate = Sums.number(group, "BT-119");
        BigDecimal sum = BigDecimal.ZERO;
        boolean found = false;
        for (Taxable amount : Taxable.all(document)) {
            if (amount.isOf(code) && (!hasRates() || isAt(rate, amount))) {
                sum = sum.add(amount.amount());
                found = true;
            }
        }
        return found || !hasRates()
                ? TotalRules.equal(sum, Sums.number(group, "BT-116"))
                : Optional.of(
                        Explanation.of("rule.rate-unused", "nothing is taxed in category {0} at {1} %", code, rate));
    }

    private static boolean isAt(BigDecimal rate, Taxable amount) {
        return amount.rate().orElse(BigDecimal.ZERO).compareTo(rate) == 0;
    }

    /**
     * Each rate of a category that has groups has its own. The text of the rule says so (“for each different value of VAT category
     * rate”); official artefacts look at the rates of the groups only.
     */
    private final class GroupOfRateRule implements DocumentRule {
        private final String id;

        private GroupOfRateRule(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public List<RuleViolation> violations(BusinessGroup document) {
            List<BigDecimal> rates = document.groups("BG-23").stream()
                    .filter(TaxCategoryRules.this::isOf)
                    .map(group -> Sums.number(group, "BT-119"))
                    .toList();
            var violations = new ArrayList<RuleViolation>();
            if (!hasRates() || rates.isEmpty()) {
                return violations; // that there is no group at all is for another rule to say
            }
            for (Taxable amount : Taxable.all(document)) {
                if (amount.isOf(code) && rates.stream().noneMatch(rate -> isAt(rate, amount))) {
                    violations.add(new RuleViolation(
                            id,
                            amount.place().to(amount.kind().rate()),
                            Explanation.of(
                                    "rule.group-of-rate",
                                    "{0} of category {1} at {2} % must be given",
                                    Vocabulary.named("BG-23"),
                                    code,
                                    amount.rate().orElse(BigDecimal.ZERO))));
                }
            }
            return violations;
        }
    }

    private Optional<Explanation> tax(BusinessGroup group, BusinessGroup document) {
        BigDecimal expected = hasRates()
                ? Sums.percent(Sums.number(group, "BT-116"), Sums.number(group, "BT-119"), document)
                : BigDecimal.ZERO;
        return TotalRules.equal(expected, Sums.number(group, "BT-117"));
    }

    private Optional<Explanation> reason(BusinessGroup group, BusinessGroup document) {
        boolean given = group.hasAny("BT-120", "BT-121");
        boolean needed = !hasRates() && !code.equals("Z");
        return needed
                ? Wrong.unless(given, Wrong.missing("BT-120", "BT-121"))
                : Wrong.unless(!given, Wrong.given("BT-120", "BT-121"));
    }
}
