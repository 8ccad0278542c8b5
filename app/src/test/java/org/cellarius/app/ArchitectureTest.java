package org.cellarius.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between modules and packages, and the names that are not used. */
class ArchitectureTest {

    private static JavaClasses all = new ClassFileImporter().importClasses(List.of());

    @BeforeAll
    static void readTheClasses() {
        all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.cellarius");
    }

    @Test
    void everyModuleIsLookedAt() {
        assertThat(Stream.of("galaxy", "catalogue", "engine", "duckdb", "figure", "measure", "study", "app"))
                .allMatch(m -> all.stream().anyMatch(c -> c.getPackageName().startsWith("org.cellarius." + m)));
    }

    /** Module, and the modules that it may know beside itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "galaxy    | ",
                "catalogue | ",
                "figure    | ",
                "engine    | galaxy catalogue",
                "duckdb    | engine galaxy catalogue",
                "measure   | engine galaxy catalogue figure",
                "study     | measure engine galaxy catalogue figure",
                "app       | study measure engine galaxy catalogue"
            })
    void modulesKnowOnlyThoseBelowThem(String module, String known) {
        String[] allowed = Stream.concat(
                        Stream.of(module), known == null ? Stream.empty() : Stream.of(known.split(" ")))
                .map(m -> "org.cellarius." + m + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("org.cellarius." + module + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("org.cellarius.."))
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(allowed)))
                .check(all);
    }

    @Test
    void physicsKnowsNothingButJava() {
        classes()
                .that()
                .resideInAPackage("org.cellarius.galaxy..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.cellarius.galaxy..", "java..", "jdk.incubator.vector..", "org.jspecify..")
                .check(all);
    }

    @Test
    void physicsTouchesNoFilesThreadsOrDatabases() {
        noClasses()
                .that()
                .resideInAPackage("org.cellarius.galaxy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..", "java.io..", "java.sql..", "java.util.concurrent..", "java.net..")
                .check(all);
    }

    @Test
    void nothingDependsOnTheMock() {
        noClasses()
                .that()
                .resideInAPackage("org.cellarius.galaxy..")
                .and()
                .resideOutsideOfPackage("org.cellarius.galaxy.mock..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.cellarius.galaxy.mock..")
                .check(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "bench"})
    void nothingDependsOnTheEndsOfTheRoad(String module) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.cellarius." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.cellarius." + module + "..")
                .check(all);
    }

    /** {@code --threads} governs all that computes: nothing runs on the pool that all programs of a JVM share. */
    @Test
    void nothingComputesOnTheCommonPool() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.cellarius.bench..")
                .should()
                .callMethodWhere(target(name("parallel"))
                        .or(target(name("parallelStream")))
                        .or(target(name("commonPool"))))
                .orShould()
                .callMethodWhere(target(nameMatching("parallel[A-Z].*")))
                .check(all);
    }

    /** The root of {@code catalogue} is the door to its formats and their vocabulary at once; below it there are no cycles. */
    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.cellarius.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(
                        resideInAPackage("org.cellarius.catalogue"), resideInAPackage("org.cellarius.catalogue.*.."))
                .check(all);
    }

    @Test
    void onlyTheRightPlacesKnowTheDatabaseAndTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.cellarius.duckdb..", "org.cellarius.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.duckdb..", "java.sql..", "org.cellarius.duckdb..")
                .check(all);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.cellarius.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(all);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.cellarius.catalogue..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("uk.ac.starlink..", "org.astrogrid..")
                .check(all);
    }

    @Test
    void namesSayWhatAThingIs() {
        String empty = "(Util|Utils|Utility|Utilities|Common|Helper|Helpers|Manager|Impl)";
        noClasses().should().haveSimpleNameEndingWith("Impl").check(all);
        noClasses()
                .should()
                .haveNameMatching(".*\\." + empty + "|.*" + empty + "(\\$.*)?")
                .check(all);
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..manager..", "..impl..")
                .check(all);
    }

    @Test
    void thereAreNoSetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.cellarius..")
                .and()
                .areNotStatic()
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(all);
    }
}
