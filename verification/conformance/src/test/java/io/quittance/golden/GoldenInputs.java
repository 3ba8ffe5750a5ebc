package io.quittance.golden;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.core.contract.Contract;
import io.quittance.core.usage.UsageEvent;
import io.quittance.json.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Contracts of every charge model and kind, and what was used of them. They never change; more stand in files of their own ({@link BookInputs}). */
final class GoldenInputs {
    /** What was used, and the month in whose run it was known. */
    record Known(String contract, UsageEvent event, int month) {}

    private GoldenInputs() {}

    static List<Contract> contracts() {
        return text("contracts.jsonl")
                .lines()
                .map(line -> ContractJson.standard().read(line))
                .toList();
    }

    static List<Known> usage(List<Contract> contracts, String file) {
        return CsvReader.builder().ofNamedCsvRecord(text(file)).stream()
                .map(row -> known(row, contracts))
                .toList();
    }

    private static Known known(NamedCsvRecord row, List<Contract> contracts) {
        String id = row.getField("contract");
        String customer = contracts.stream()
                .filter(contract -> contract.id().value().equals(id))
                .findFirst()
                .orElseThrow()
                .customer()
                .value();
        var event = UsageEvent.of(
                row.getField("key"), customer, row.getField("meter"), row.getField("quantity"), row.getField("time"));
        for (String dimension : row.getField("dimensions").split(";", -1)) {
            if (!dimension.isEmpty()) {
                String[] pair = dimension.split("=", 2);
                event = event.with(pair[0], pair[1]);
            }
        }
        return new Known(id, event, Integer.parseInt(row.getField("knownInMonth")));
    }

    static String text(String name) {
        try (InputStream in = GoldenInputs.class.getResourceAsStream("/golden/" + name)) {
            if (in == null) {
                throw new IllegalStateException("/golden/" + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
