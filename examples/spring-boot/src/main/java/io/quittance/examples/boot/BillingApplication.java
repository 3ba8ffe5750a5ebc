package io.quittance.examples.boot;

import static io.quittance.core.tax.TaxTreatment.standard;

import io.quittance.ar.allocation.AllocationStrategy;
import io.quittance.ar.allocation.AsRemitted;
import io.quittance.ar.allocation.OldestDueFirst;
import io.quittance.core.billing.Billing;
import io.quittance.core.invoice.TaxTable;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** What the library leaves to its host: the clock, the rates of tax, and by which rule payments settle debts. */
@SpringBootApplication
public class BillingApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(BillingApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Billing billing() {
        return Billing.engine().taxes(TaxTable.of(standard("19")));
    }

    /** What the payer names, and with the rest what has been due for longest. */
    @Bean
    AllocationStrategy strategy() {
        return new AsRemitted().then(new OldestDueFirst());
    }
}
