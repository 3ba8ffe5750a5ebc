package io.quittance.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quittance.bank.mt940.Mt940Reader;

/** Account statements of SWIFT. */
class Mt940FuzzTest {
    @FuzzTest(maxDuration = "10m")
    void isReadOrRefused(byte[] bytes) {
        BankFiles.readOrRefuse(new Mt940Reader(), bytes);
    }
}
