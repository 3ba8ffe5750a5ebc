package io.quittance.core.verification;

import io.quittance.core.billing.BillLine;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.id.ChargeId;
import io.quittance.core.schedule.AsOf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells what an invoiced line charges: by what it says itself, by the id of an expected line, or by its text. */
final class ChargeOfLine implements Function<InvoicedLine, Optional<ChargeId>> {
    private final ContractHistory contract;
    private final AsOf asOf;
    private final List<BillLine> expected;
    private final Map<String, ChargeId> byId = new HashMap<>();

    ChargeOfLine(ContractHistory contract, AsOf asOf, List<BillLine> expected) {
        this.contract = contract;
        this.asOf = asOf;
        this.expected = expected;
        expected.forEach(line -> byId.put(line.id(), line.charge()));
    }

    @Override
    public Optional<ChargeId> apply(InvoicedLine line) {
        return line.charge().or(() -> line.id().map(byId::get)).or(() -> byText(line));
    }

    private Optional<ChargeId> byText(InvoicedLine line) {
        Stream<ChargeId> agreed = contract.versions(line.days(), asOf).stream()
                .flatMap(version -> version.terms().charges().stream())
                .filter(charge -> line.text().equals(charge.name())
                        || line.text().equals(charge.id().value()))
                .map(charge -> charge.id());
        Stream<ChargeId> due = expected.stream()
                .filter(other -> line.text().equals(other.name())
                        && other.days().intersection(line.days()).isPresent())
                .map(BillLine::charge);
        List<ChargeId> found = Stream.concat(agreed, due).distinct().toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
