package io.quittance.examples.monthend;

import io.quittance.ar.allocation.OldestDueFirst;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The job on the data that ship, run once for all tests, and the reference results of their publishers. */
final class Shipped {
    static final YearMonth MONTH = YearMonth.of(2014, 1);
    static final Close CLOSE = run();

    private Shipped() {}

    static JsonNode reference(String name) {
        try (InputStream stream = Shipped.class.getResourceAsStream("/reference/" + name + ".json")) {
            return new JsonMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Close.Input input() {
        return new Close.Input(
                Source.of(null, "contract-terms.json"),
                Source.of(null, "telco-minutes-mlc/mlc_churn.csv"),
                Source.of(null, "amended-contract.json"),
                Source.of(null, "ibm-ar/WA_Fn-UseC_-Accounts-Receivable.csv"),
                Source.of(null, "ibm-ar/customers.csv"));
    }

    private static Close run() {
        return Close.run(input(), MONTH, LocalDate.of(2014, 2, 1), new OldestDueFirst(), stage -> {});
    }
}
