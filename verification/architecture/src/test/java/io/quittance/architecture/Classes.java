package io.quittance.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes of the published modules, imported once. */
final class Classes {
    static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.quittance.core", "io.quittance.ar", "io.quittance.kpi");

    /** Those of the extensions, too. */
    static final JavaClasses PUBLISHED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "io.quittance.core",
                    "io.quittance.ar",
                    "io.quittance.kpi",
                    "io.quittance.json",
                    "io.quittance.einvoice",
                    "io.quittance.bank",
                    "io.quittance.testkit");

    private Classes() {}
}
