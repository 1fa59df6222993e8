package org.stockbook.kernel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may import whom inside the kernel, and that it knows no clock, no locale and no machine. */
class KernelImportsTest {
    private static final String KERNEL = "org.stockbook.kernel.";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    /** Each package with those it stands on; it may use them and what they stand on. A new package is a decision to take here. */
    private static final Map<String, List<String>> STANDS_ON = Map.ofEntries(
            Map.entry("measure", List.of()),
            Map.entry("code", List.of()),
            Map.entry("dimension", List.of("code")),
            Map.entry("items", List.of("measure", "code")),
            Map.entry("origin", List.of("measure", "code")),
            Map.entry("ledger", List.of("origin")),
            Map.entry("book", List.of("ledger")),
            Map.entry("tracking", List.of("book")),
            Map.entry("itemapplication", List.of("tracking")),
            Map.entry("costing", List.of("itemapplication")),
            Map.entry("revaluation", List.of("costing")),
            Map.entry("accounts", List.of("costing")),
            Map.entry("generalledger", List.of("accounts")),
            Map.entry("reconciliation", List.of("accounts")),
            Map.entry("availability", List.of("book")),
            Map.entry("bins", List.of("availability")),
            Map.entry("planning", List.of("availability")),
            Map.entry("posting", List.of("revaluation", "generalledger", "bins")),
            Map.entry("documents", List.of("posting")),
            Map.entry("documents.amounts", List.of("documents")),
            Map.entry("documents.prices", List.of("documents")),
            Map.entry("documents.invoicing", List.of("documents.amounts")),
            Map.entry("documents.posting", List.of("documents.invoicing")),
            Map.entry("generaljournal", List.of("documents")),
            Map.entry("documents.corrections", List.of("documents.posting")),
            Map.entry("documents.transfer", List.of("documents.posting")),
            Map.entry("proof", List.of("posting", "planning", "reconciliation")));

    private static final Set<String> READS_ITS_SURROUNDINGS = Set.of(
            "java.lang.System.currentTimeMillis", "java.lang.System.nanoTime", "java.lang.System.getenv",
            "java.lang.System.getProperty", "java.lang.Math.random", "java.util.UUID.randomUUID",
            "java.time.Clock.systemUTC", "java.time.Clock.systemDefaultZone", "java.time.ZoneId.systemDefault",
            "java.util.Locale.getDefault", "java.util.TimeZone.getDefault", "java.lang.String.formatted");

    private static final Set<String> READS_ITS_SURROUNDINGS_WITHOUT_ARGUMENTS = Set.of(
            "java.util.Date.<init>", "java.util.Random.<init>", "java.lang.String.toUpperCase", "java.lang.String.toLowerCase");

    @Test
    void needs_only_the_base_of_the_jdk() {
        var required = KernelImportsTest.class.getModule().getDescriptor().requires().stream()
                .filter(requirement -> !requirement.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name);

        assertThat(required).containsExactly("java.base");
    }

    @TestFactory
    Stream<DynamicTest> uses_only_what_it_stands_on() {
        return packages().map(name -> DynamicTest.dynamicTest(name, () -> {
            assertThat(STANDS_ON).as("packages of the kernel").containsKey(name);
            var allowed = Stream.concat(everythingBelow(name), Stream.of(name)).map(KernelImportsTest::within);
            classes().that().resideInAPackage(within(name)).should().onlyDependOnClassesThat().resideInAnyPackage(
                    Stream.concat(allowed, Stream.of("", "java..", "org.jspecify..")).toArray(String[]::new)).check(CLASSES);
        }));
    }

    @Test
    void has_no_cycle_between_packages() {
        slices().matching(KERNEL + "(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** The time, the locale and chance come in as arguments. */
    @Test
    void knows_no_clock_no_locale_and_no_machine() {
        noClasses().should().callCodeUnitWhere(describe("it reads the clock, the locale, chance or the machine",
                call -> readsItsSurroundings(call.getTarget()))).check(CLASSES);
    }

    @Test
    void keeps_folders_small_enough_to_read() {
        var sizes = CLASSES.stream().filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes).allSatisfy((name, files) -> assertThat(files).as(name).isLessThanOrEqualTo(25));
    }

    private static boolean readsItsSurroundings(CodeUnitCallTarget target) {
        var name = target.getOwner().getName() + "." + target.getName();
        var firstArgument = target.getRawParameterTypes().isEmpty() ? "" : target.getRawParameterTypes().getFirst().getName();
        return READS_ITS_SURROUNDINGS.contains(name)
                || READS_ITS_SURROUNDINGS_WITHOUT_ARGUMENTS.contains(name) && firstArgument.isEmpty()
                || name.startsWith("java.time.") && target.getName().equals("now")
                || name.equals("java.lang.String.format") && !firstArgument.equals("java.util.Locale");
    }

    private static Stream<String> packages() {
        return CLASSES.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(KERNEL))
                .map(name -> name.substring(KERNEL.length())).collect(Collectors.toCollection(TreeSet::new)).stream();
    }

    private static Stream<String> everythingBelow(String name) {
        return STANDS_ON.get(name).stream().flatMap(below -> Stream.concat(Stream.of(below), everythingBelow(below))).distinct();
    }

    private static String within(String name) {
        return KERNEL + name + "..";
    }
}
