package org.stockbook;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who may import whom among the rooms: a row may use the rows above it; rooms of one row do not know each other. */
class RoomsTest {
    private static final List<Set<String>> ROWS = List.of(
            Set.of("platform"),
            Set.of("web"),
            Set.of("organisation"),
            Set.of("finance"),
            Set.of("items", "generaljournal"),
            Set.of("inventory"),
            Set.of("tracking", "availability", "costs"),
            Set.of("journals"),
            Set.of("warehouse", "documents"),
            Set.of("purchasing", "sales", "transfers", "assembly", "production", "counting"),
            Set.of("planning"),
            Set.of("demo", "replay", "scenario"),
            Set.of("commandline"));

    private static final Map<String, Integer> ROW_OF_ROOM = IntStream.range(0, ROWS.size()).boxed()
            .flatMap(row -> ROWS.get(row).stream().map(room -> Map.entry(room, row)))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final JavaClasses CLASSES = HouseClasses.ofTheProgram();

    /** Only what a room shows may be used, only by rooms whose package-info names it. */
    @Test
    void use_only_what_their_package_info_names_and_other_rooms_show() {
        ApplicationModules.of(StockbookApplication.class,
                resideInAnyPackage("org.stockbook.kernel..", "org.stockbook.database..", HouseClasses.GENERATED_FROM_TABLES + "..")).verify();
    }

    @Test
    void are_all_in_a_row() {
        var rooms = CLASSES.stream().map(RoomsTest::roomOf).filter(room -> !room.isEmpty()).collect(TreeSet::new, Set::add, Set::addAll);

        assertThat(ROW_OF_ROOM).containsKeys(rooms.toArray(String[]::new));
    }

    @Test
    void use_only_rows_above() {
        assertThat(CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(RoomsTest::goesDownOrSideways).map(Dependency::getDescription)).isEmpty();
    }

    @Test
    void have_no_cycle_between_packages() {
        slices().matching("org.stockbook.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    private static boolean goesDownOrSideways(Dependency dependency) {
        var from = roomOf(dependency.getOriginClass());
        var to = roomOf(dependency.getTargetClass());
        return !from.isEmpty() && !to.isEmpty() && !from.equals(to)
                && Stream.of(from, to).allMatch(ROW_OF_ROOM::containsKey) && ROW_OF_ROOM.get(from) <= ROW_OF_ROOM.get(to);
    }

    /** The room a class lives in; empty for the main class, the kernel, the database launcher and everything not ours. */
    private static String roomOf(JavaClass type) {
        var path = type.getPackageName().split("\\.");
        var ours = path.length > 2 && type.getPackageName().startsWith("org.stockbook.");
        return ours && !Set.of("kernel", "database").contains(path[2]) ? path[2] : "";
    }
}
