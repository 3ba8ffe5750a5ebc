package io.quittance.examples.boot;

import io.quittance.ar.aging.AgingBuckets;
import io.quittance.ar.aging.AgingReport;
import io.quittance.ar.ledger.CustomerLedger;
import io.quittance.ar.ledger.Ledger;
import io.quittance.core.id.CustomerId;
import io.quittance.core.schedule.AsOf;
import io.quittance.core.schedule.ServicePeriod;
import io.quittance.json.KpiResults;
import io.quittance.json.KpiResultsJson;
import io.quittance.kpi.Kpi;
import io.quittance.kpi.collection.AverageDaysDelinquent;
import io.quittance.kpi.collection.CollectionEffectiveness;
import io.quittance.kpi.collection.CollectionFigures;
import io.quittance.kpi.collection.CollectionRate;
import io.quittance.kpi.collection.DaysSalesOutstanding;
import io.quittance.kpi.collection.OverdueShare;
import io.quittance.kpi.ledger.LedgerFigures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who owes what, and how well it is collected; on any day, in the currency that is asked for. */
@RestController
class ReceivablesController {
    private static final String CURRENCY = "EUR";
    private static final AgingBuckets BUCKETS = AgingBuckets.days(30, 60, 90);
    private static final List<Kpi<CollectionFigures>> KPIS = List.of(
            DaysSalesOutstanding.simple(),
            DaysSalesOutstanding.countback(),
            new AverageDaysDelinquent(),
            CollectionEffectiveness.ofPeriod(),
            CollectionRate.gross(),
            OverdueShare.byAmount(),
            OverdueShare.byCount());

    private final BookKeeper keeper;
    private final Clock clock;

    ReceivablesController(BookKeeper keeper, Clock clock) {
        this.keeper = keeper;
        this.clock = clock;
    }

    @GetMapping("/customers/{customer}/open-items")
    List<OpenItemView> openItems(
            @PathVariable String customer, @RequestParam(defaultValue = CURRENCY) String currency) {
        return known(CustomerId.of(customer), keeper.books().ledger(currency)).openItems().stream()
                .map(OpenItemView::of)
                .toList();
    }

    @GetMapping("/customers/{customer}/aging")
    AgingView aging(
            @PathVariable String customer,
            @RequestParam(defaultValue = CURRENCY) String currency,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        Ledger ledger = keeper.books().ledger(currency);
        CustomerId id = CustomerId.of(customer);
        known(id, ledger);
        return AgingView.of(AgingReport.of(ledger.only(List.of(id)).asOf(dayOr(asOf)), BUCKETS));
    }

    @GetMapping("/aging")
    AgingView aging(
            @RequestParam(defaultValue = CURRENCY) String currency,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        return AgingView.of(AgingReport.of(keeper.books().ledger(currency).asOf(dayOr(asOf)), BUCKETS));
    }

    /** As {@code kpi-results.schema.json} has them. */
    @GetMapping(path = "/kpis", produces = MediaType.APPLICATION_JSON_VALUE)
    String kpis(
            @RequestParam LocalDate start,
            @RequestParam LocalDate end,
            @RequestParam(defaultValue = CURRENCY) String currency,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        AsOf question = AsOf.endOf(dayOr(asOf));
        CollectionFigures figures =
                LedgerFigures.of(keeper.books().ledger(currency), question).of(new ServicePeriod(start, end));
        return KpiResultsJson.write(KpiResults.of(
                question, KPIS.stream().map(kpi -> kpi.compute(figures)).toList()));
    }

    private LocalDate dayOr(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }

    private static CustomerLedger known(CustomerId id, Ledger ledger) {
        CustomerLedger there = ledger.customer(id);
        if (there.entries().isEmpty()) {
            throw new UnknownCustomerException();
        }
        return there;
    }
}
