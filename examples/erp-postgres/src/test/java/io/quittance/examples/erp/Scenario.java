package io.quittance.examples.erp;

import java.nio.file.Path;
import java.util.List;

/**
 * Two months of the ERP: billing, a bank file, allocation, statements, usage that comes late, the same again, and a customer who is erased. Every command says when
 * it is recorded, so that all who run them end in the same tables.
 */
record Scenario(Path folder, int customers, int events, int workers) {

    /** An ERP with customers, contracts and usage, of which nothing is billed. */
    ErpRun prepared() {
        ErpRun erp = Server.empty();
        erp.command("migrate");
        erp.command("demo", "--customers", String.valueOf(customers), "--events", String.valueOf(events));
        return erp;
    }

    List<String> commands() {
        String parallel = " --workers " + workers;
        return List.of(
                "bill --day 2026-02-01 --now 2026-02-01T06:00:00Z" + parallel,
                "demo-bank --day 2026-02-10 " + folder.resolve("february.xml"),
                "import --now 2026-02-11T06:00:00Z " + folder.resolve("february.xml"),
                "allocate --day 2026-02-11 --now 2026-02-11T07:00:00Z" + parallel,
                "statements --month 2026-02 --now 2026-03-01T05:00:00Z" + parallel,
                "demo --late --customers " + customers,
                "bill --day 2026-03-01 --now 2026-03-01T06:00:00Z" + parallel,
                "demo-bank --day 2026-03-10 " + folder.resolve("march.xml"),
                "import --now 2026-03-11T06:00:00Z " + folder.resolve("march.xml"),
                "allocate --day 2026-03-11 --now 2026-03-11T07:00:00Z" + parallel,
                "statements --month 2026-03 --now 2026-04-01T05:00:00Z" + parallel,
                "erase C-00002 --now 2026-04-02T06:00:00Z");
    }

    /** Runs all of it. */
    ErpRun done(ErpRun erp) {
        commands().forEach(command -> erp.command(command.split(" ")));
        return erp;
    }
}
