package io.quittance.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quittance.bank.camt.CamtReader;

/** Account statements in XML. */
class CamtFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void isReadOrRefused(byte[] bytes) {
        BankFiles.readOrRefuse(new CamtReader(), bytes);
    }
}
