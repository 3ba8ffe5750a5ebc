package io.quittance.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErpTest {
    @TempDir
    Path folder;

    @Test
    void trial() {
        long t0=System.nanoTime();ErpRun erp = Server.empty();System.out.println("START "+(System.nanoTime()-t0)/1000000);
        String bank = folder.resolve("bank.xml").toString();
        for (String command : new String[] {
            "migrate", "demo --customers 7 --events 6", "bill --day 2026-02-01", "demo-bank --day 2026-02-10 " + bank,
            "import " + bank, "allocate --day 2026-02-11", "statements --month 2026-02", "check",
            "demo --late --customers 7", "bill --day 2026-03-01", "demo-bank --day 2026-03-10 " + bank + "2",
            "import " + bank + "2", "allocate --day 2026-03-11", "statements --month 2026-03", "check",
            "bill --day 2026-03-01", "import " + bank, "import " + bank + "2", "allocate --day 2026-03-11", "statements --month 2026-03",
            "erase C-00003", "check"
        }) {
            t0=System.nanoTime();System.out.println(command + " -> " + erp.answer(command.split(" ")));System.out.println((System.nanoTime()-t0)/1000000+" ms");
        }
        erp.tables().forEach((t, rows) -> { System.out.println(t + " " + rows.size()); if (!rows.isEmpty()) System.out.println("    " + rows.get(0)); });
        assertThat(erp.strings("select series || last from document_number order by 1")).isEmpty();
    }
}
