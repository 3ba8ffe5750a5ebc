package io.quittance.examples.boot;

import io.quittance.core.billing.BillRun;
import io.quittance.core.billing.Billing;
import io.quittance.core.contract.ContractHistory;
import io.quittance.core.invoice.Invoice;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Bills a contract: to look at, and for good. */
@RestController
class BillController {
    private static final String NOT_ISSUED = "PREVIEW";

    private final Billing billing;
    private final BookKeeper keeper;
    private final Clock clock;

    BillController(Billing billing, BookKeeper keeper, Clock clock) {
        this.billing = billing;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** What {@link #issue} would issue now. A preview is a run whose result is thrown away. */
    @PostMapping("/invoice-previews")
    BillView preview(@RequestBody BillRequest request) {
        BillRun run = contract(request, keeper.books()).run(billing, request.day());
        List<Invoice> drafts = run.documents().stream()
                .map(draft -> draft.issue(NOT_ISSUED, run.date().toString()))
                .toList();
        return BillView.of(drafts, run.findings());
    }

    /** Issues what is due and was not billed yet, and keeps the contract and its usage; a second call has nothing to issue. */
    @PostMapping("/invoices")
    ResponseEntity<BillView> issue(@RequestBody BillRequest request) {
        BillView issued = keeper.change(books -> {
            BilledContract contract = contract(request, books);
            BillRun run = contract.run(billing, request.day());
            Books.Change<List<Invoice>> change = books.issue(contract, run, clock.instant());
            return new Books.Change<>(change.books(), BillView.of(change.answer(), run.findings()));
        });
        HttpStatus status = issued.documents().isEmpty() ? HttpStatus.OK : HttpStatus.CREATED;
        return ResponseEntity.status(status).body(issued);
    }

    private static BilledContract contract(BillRequest request, Books books) {
        ContractHistory contract = request.history();
        return books.contract(contract, request.usageOf(contract.signed().customer()));
    }
}
