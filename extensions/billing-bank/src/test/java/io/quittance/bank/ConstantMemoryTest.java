package io.quittance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.bank.camt.CamtReader;
import io.quittance.bank.mt940.Mt940Reader;
import io.quittance.core.money.Amount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file of any size is read in the same memory. The file is made up while it is read; {@code -Dbank.megabytes=200} makes it as large as
 * docs/bank-files.md tells of. What is live is measured after collections of garbage, in the middle and near the end of the file.
 */
class ConstantMemoryTest {
    private static final long MEGABYTE = 1 << 20;
    private static final long MOST_LIVE = 32 * MEGABYTE;

    @ParameterizedTest
    @ValueSource(strings = {"camt", "MT940"})
    void aLargeFileIsReadInTheSameMemory(String kind) throws IOException {
        long size = Long.getLong("bank.megabytes", 5) * MEGABYTE;
        boolean isCamt = kind.equals("camt");
        var file = new MadeUp(isCamt ? new Camt() : new Mt940(), size);
        var count = new Counting(size / (isCamt ? 900 : 160));
        long before = live();
        long started = System.nanoTime();
        (isCamt ? new CamtReader() : new Mt940Reader()).read(file, count);
        long milliseconds = (System.nanoTime() - started) / 1_000_000;
        System.out.printf(
                Locale.ROOT,
                "%s: %d MB, %d entries, %d ms, live %d kB more at most, heap at most %d MB%n",
                kind,
                file.written / MEGABYTE,
                count.entries,
                milliseconds,
                (count.most - before) / 1024,
                Runtime.getRuntime().maxMemory() / MEGABYTE);
        assertThat(file.written).isGreaterThanOrEqualTo(size);
        BankStatement statement = Samples.given(count.statement);
        assertThat(statement.proof().outcome()).isEqualTo(BalanceProof.Outcome.PROVED);
        assertThat(statement.entries()).isEqualTo(count.entries);
        assertThat(count.sum).isEqualTo(Amount.of("1.25", "EUR").multiply(count.entries));
        assertThat(count.most - before).isLessThan(MOST_LIVE);
    }

    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Takes the entries, keeps none, and weighs what is live four times. */
    private static final class Counting implements BankFileSink {
        private final long every;
        private int entries;
        private long most;
        private Amount sum = Amount.of("0", "EUR");
        private @Nullable BankStatement statement;

        private Counting(long about) {
            this.every = Math.max(about / 4, 1);
        }

        @Override
        public void entry(BankEntry entry) {
            entries++;
            sum = sum.add(entry.transactions().get(0).amount());
            if (entries % every == 0) {
                most = Math.max(most, live());
            }
        }

        @Override
        public void finding(BankFinding finding) {
            throw new AssertionError(finding.toString());
        }

        @Override
        public void ends(BankStatement ended) {
            statement = ended;
        }
    }

    /** Writes a file of credits of 1.25 each. */
    private interface Form {
        String begin();

        String entry(int number);

        String end(Amount closing);
    }

    private static final class Camt implements Form {
        @Override
        public String begin() {
            String document = Samples.statement(Samples.balance("OPBD", "0.00") + "%%");
            return document.substring(0, document.indexOf("%%"));
        }

        @Override
        public String entry(int number) {
            return Samples.entry(
                            "1.25",
                            "B-" + number,
                            Samples.detail(
                                    "",
                                    "1.25",
                                    "<RltdPties><Dbtr><Pty><Nm>Acme &amp; Sons " + number
                                            + "</Nm></Pty></Dbtr><DbtrAcct><Id>"
                                            + "<IBAN>DE27100777770209299700</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>invoice "
                                            + number
                                            + " of a customer who writes a little more than is needed</Ustrd></RmtInf>"))
                    + "\n";
        }

        @Override
        public String end(Amount closing) {
            return Samples.balance("CLBD", closing.toBigDecimal().toPlainString())
                    + "</Stmt></BkToCstmrStmt></Document>";
        }
    }

    private static final class Mt940 implements Form {
        @Override
        public String begin() {
            return ":20:S-1\n:25:12030000/20205100\n:28C:7/1\n:60F:C260310EUR0,\n";
        }

        @Override
        public String entry(int number) {
            return ":61:2603110311C1,25NTRFNONREF//B-" + number + "\n:86:166?00GUTSCHRIFT?20SVWZ+invoice " + number
                    + "?31DE27100777770209299700?32Acme & Sons\n";
        }

        @Override
        public String end(Amount closing) {
            return ":62F:C260311EUR" + closing.toBigDecimal().toPlainString().replace('.', ',') + "\n-\n";
        }
    }

    private static final class MadeUp extends InputStream {
        private final Form form;
        private final long size;
        private byte[] part;
        private int at;
        private int entries;
        private boolean isEnded;
        private long written;

        private MadeUp(Form form, long size) {
            this.form = form;
            this.size = size;
            this.part = form.begin().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (at == part.length && !next()) {
                return -1;
            }
            int count = Math.min(length, part.length - at);
            System.arraycopy(part, at, bytes, offset, count);
            at += count;
            written += count;
            return count;
        }

        private boolean next() {
            if (isEnded) {
                return false;
            }
            isEnded = written >= size;
            String text = isEnded ? form.end(Amount.of("1.25", "EUR").multiply(entries)) : form.entry(++entries);
            part = text.getBytes(StandardCharsets.UTF_8);
            at = 0;
            return true;
        }
    }
}
