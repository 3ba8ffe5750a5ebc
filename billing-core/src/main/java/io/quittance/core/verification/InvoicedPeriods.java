package io.quittance.core.verification;

import io.quittance.core.id.ContractId;
import io.quittance.core.money.Amount;
import io.quittance.core.money.Fraction;
import io.quittance.core.schedule.ServicePeriod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lines by what they charge and by their periods. */
final class InvoicedPeriods {
    private final SortedMap<ChargeKey, SortedMap<ServicePeriod, List<InvoicedLine>>> byCharge = new TreeMap<>();

    /** What is charged; the text where a line does not say it. */
    record ChargeKey(ContractId contract, String charge) implements Comparable<ChargeKey> {
        private static final Comparator<ChargeKey> ORDER =
                Comparator.comparing(ChargeKey::contract).thenComparing(ChargeKey::charge);

        @Override
        public int compareTo(ChargeKey other) {
            return ORDER.compare(this, other);
        }
    }

    InvoicedPeriods(List<InvoicedLine> lines) {
        for (InvoicedLine line : lines) {
            var key = new ChargeKey(
                    line.contract(), line.charge().map(Object::toString).orElse(line.text()));
            byCharge.computeIfAbsent(key, each -> new TreeMap<>())
                    .computeIfAbsent(line.period(), each -> new ArrayList<>())
                    .add(line);
        }
    }

    Map<ChargeKey, SortedMap<ServicePeriod, List<InvoicedLine>>> byCharge() {
        return byCharge;
    }

    SortedMap<ServicePeriod, List<InvoicedLine>> of(ChargeKey key) {
        return byCharge.getOrDefault(key, new TreeMap<>());
    }

    /** The latest end of a period of a contract; empty if there is no line of it. */
    Optional<ServicePeriod> last(ContractId contract) {
        return byCharge.entrySet().stream()
                .filter(each -> each.getKey().contract().equals(contract))
                .flatMap(each -> each.getValue().keySet().stream())
                .max(Comparator.comparing(ServicePeriod::end));
    }

    static Optional<Fraction> amount(List<InvoicedLine> lines) {
        return Optional.of(
                lines.stream().map(InvoicedLine::amount).map(Amount::toFraction).reduce(Fraction.ZERO, Fraction::plus));
    }

    /** Empty if a line does not say how much. */
    static Optional<Fraction> quantity(List<InvoicedLine> lines) {
        return lines.stream().anyMatch(line -> line.quantity().isEmpty())
                ? Optional.empty()
                : Optional.of(lines.stream()
                        .map(line -> line.quantity().orElseThrow())
                        .reduce(Fraction.ZERO, Fraction::plus));
    }
}
