package io.quittance.examples.boot;

import io.quittance.ar.allocation.Allocation;
import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.ledger.LedgerFact;
import io.quittance.ar.ledger.PaymentReceived;
import io.quittance.core.error.InvalidArgumentException;
import io.quittance.json.AllocationJson;
import io.quittance.json.LedgerJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** Takes payments, each once, and says what they settle. */
@RestController
class PaymentController {
    private final BookKeeper keeper;
    private final AllocationStrategy strategy;
    private final Clock clock;
    private final JsonMapper json;

    PaymentController(BookKeeper keeper, AllocationStrategy strategy, Clock clock, JsonMapper json) {
        this.keeper = keeper;
        this.strategy = strategy;
        this.clock = clock;
        this.json = json;
    }

    /** An entry of the ledger without its key and its time, which are the host's. */
    record PaymentRequest(JsonNode fact) {}

    /**
     * What became of it.
     *
     * @param repeated whether it was there already, and nothing has changed
     * @param allocations as {@code allocation.schema.json} has them; none as long as all of it is on account
     */
    record PaymentView(boolean repeated, RawValue allocations) {}

    @PostMapping("/payments")
    ResponseEntity<PaymentView> post(@RequestBody PaymentRequest request) {
        PaymentReceived received = read(request.fact(), clock.instant());
        // the time of the version that counts: entries of an account are recorded in order
        Books.Receipt receipt = keeper.change(books -> books.receive(received, strategy, clock.instant()));
        HttpStatus status = receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED;
        return ResponseEntity.status(status).body(new PaymentView(receipt.repeated(), written(receipt.allocation())));
    }

    private PaymentReceived read(JsonNode fact, Instant now) {
        String entry = json.createObjectNode()
                .put("schemaVersion", 1)
                .put("key", "payment")
                .put("recordedAt", now.toString())
                .set("fact", fact)
                .toString();
        LedgerFact read = LedgerJson.read(entry).fact();
        if (read instanceof PaymentReceived received) {
            return received;
        }
        throw new InvalidArgumentException("payment.kind", "kind", "must be paymentReceived", null).at("fact");
    }

    private static RawValue written(Optional<Allocation> allocation) {
        var bytes = new ByteArrayOutputStream();
        try {
            AllocationJson.write(allocation.map(List::of).orElse(List.of()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the allocation", e);
        }
        return new RawValue(bytes.toString(StandardCharsets.UTF_8));
    }
}
