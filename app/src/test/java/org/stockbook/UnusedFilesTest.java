package org.stockbook;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

/** No file that nobody imports: what Spring, the command line and the tests alone know is either a component or gone. */
class UnusedFilesTest {
    /** With the page templates, which use records too. */
    private static final JavaClasses USERS = new ClassFileImporter()
            .importPaths(Path.of("target", "classes"), Path.of("..", "kernel", "target", "classes"));

    private static final Set<String> FOUND_BY_OTHERS = Set.of(Component.class.getName(), "picocli.CommandLine$Command");

    /** Rules of the kernel that are specified and tested while their use case is still to come; each leaves this list with it. */
    private static final Set<String> AWAITED = Set.of(
            "org.stockbook.kernel.items.GlobalTradeNumber",
            "org.stockbook.kernel.items.UnitConversion");

    @Test
    void there_are_none() {
        var used = USERS.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> topLevel(dependency.getTargetClass()))
                .filter(target -> !target.equals(topLevel(type)))).collect(toSet());
        var found = HouseClasses.ofTheProgramAndTheKernel().stream().filter(UnusedFilesTest::isFoundByOthers)
                .map(UnusedFilesTest::topLevel).collect(toSet());
        var unused = HouseClasses.ofTheProgramAndTheKernel().stream().filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().endsWith("-info") && !found.contains(type.getName()))
                .map(JavaClass::getName).filter(name -> !used.contains(name) && !AWAITED.contains(name))
                .collect(toCollection(TreeSet::new));

        assertThat(unused).isEmpty();
    }

    private static boolean isFoundByOthers(JavaClass type) {
        return type.getName().equals(StockbookApplication.class.getName())
                || FOUND_BY_OTHERS.stream().anyMatch(annotation -> type.isAnnotatedWith(annotation) || type.isMetaAnnotatedWith(annotation));
    }

    private static String topLevel(JavaClass type) {
        var name = type.getBaseComponentType().getName();
        var nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
