package io.quittance.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTermsTest {

    /** The IBM receivables sample: every invoice is due 30 days after its date, for example 1/2/2013 on 2/1/2013. */
    @ParameterizedTest(name = "net {1} from {0} is due on {2}")
    @CsvSource({
        "2013-01-02, 30, 2013-02-01",
        "2013-01-26, 30, 2013-02-25",
        "2013-07-03, 30, 2013-08-02",
        "2014-02-01, 30, 2014-03-03",
        "2024-02-01, 30, 2024-03-02",
        "2014-02-01, 0, 2014-02-01"
    })
    void countsCalendarDays(LocalDate issued, int days, LocalDate due) {
        assertThat(PaymentTerms.net(days).dueDate(issued)).isEqualTo(due);
    }

    @Test
    void refusesDaysThatNoContractHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentTerms.net(-1))
                .withMessage("days must be between 0 and 3650, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentTerms.net(3651))
                .withMessage("days must be between 0 and 3650, but was 3651");
    }
}
