package org.stockbook;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ReflectionUtils;
import org.stockbook.platform.observation.Marks;

/** Every room has the same shape: a root package that knows neither SQL nor HTTP, a store and pages that nobody else sees. */
class RoomShapeTest {
    private static final String[] SQL = {"java.sql..", "javax.sql..", "org.jooq..", "org.springframework.jdbc..",
        "org.postgresql..", "org.flywaydb..", HouseClasses.GENERATED_FROM_TABLES + ".."};
    private static final String[] HTTP = {"jakarta.servlet..", "org.springframework.web..", "org.springframework.http..",
        "org.springframework.boot.web..", "gg.jte..", "io.swagger..", "org.springdoc.."};
    private static final String STORE = "org.stockbook.*.store..";
    private static final String WEB = "org.stockbook.*.web..";

    private static final JavaClasses CLASSES = HouseClasses.ofTheProgram();

    @Test
    void root_packages_know_no_sql() {
        noClasses().that(areInTheRootOfARoom()).should().dependOnClassesThat().resideInAnyPackage(SQL)
                .allowEmptyShould(true).check(CLASSES);
    }

    /** The program does not look for such methods (Program): it would look at all of every class at each start. A listener is an ApplicationListener. */
    @Test
    void nobody_listens_by_annotation() {
        noMethods().should().beMetaAnnotatedWith(EventListener.class).check(CLASSES);
    }

    /** Transactions begin only where a class or a method says so by itself (Marks), and no part of ours is filled from settings or managed by the actuator. */
    @Test
    void marks_stand_on_classes_and_methods_themselves() {
        noClasses().that().areInterfaces().should().beAnnotatedWith(Transactional.class).check(CLASSES);
        noMethods().that().areDeclaredInClassesThat().areInterfaces().should().beAnnotatedWith(Transactional.class).check(CLASSES);
        noClasses().that().areNotAnnotations().should().beMetaAnnotatedWith(ConfigurationProperties.class).orShould().beMetaAnnotatedWith(Endpoint.class).check(CLASSES);
        noMethods().should().beMetaAnnotatedWith(ConfigurationProperties.class).check(CLASSES);
    }

    /** Spring would look everywhere; whatever it would find must be found by looking at our own classes only, or something would be written without a transaction. */
    @Test
    void every_transaction_is_found_at_our_own_classes() {
        var everywhere = new AnnotationTransactionAttributeSource(false);
        var transactional = CLASSES.stream().filter(type -> !type.isInterface() && !type.isAnonymousClass()).map(JavaClass::reflect)
                .filter(type -> Arrays.stream(ReflectionUtils.getAllDeclaredMethods(type)).anyMatch(method -> everywhere.getTransactionAttribute(method, type) != null)).toList();

        assertThat(transactional).isNotEmpty().allSatisfy(type -> assertThat(Marks.on(type, Transactional.class)).as(type.getName()).isTrue());
    }

    @Test
    void root_packages_know_no_http() {
        noClasses().that(areInTheRootOfARoom()).should().dependOnClassesThat().resideInAnyPackage(HTTP)
                .allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void root_packages_know_neither_their_store_nor_their_pages() {
        noClasses().that(areInTheRootOfARoom()).should().dependOnClassesThat().resideInAnyPackage(STORE, WEB)
                .allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void stores_know_no_http_and_no_page() {
        noClasses().that().resideInAPackage(STORE).should().dependOnClassesThat()
                .resideInAnyPackage(with(HTTP, WEB, "org.stockbook.web..")).allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void pages_know_no_sql_and_no_store() {
        noClasses().that().resideInAPackage(WEB).should().dependOnClassesThat().resideInAnyPackage(with(SQL, STORE))
                .allowEmptyShould(true).check(CLASSES);
    }

    /** Packages that have outgrown the limit and wait to be split; none may grow further. */
    private static final Map<String, Long> LARGER = Map.of(
            "org.stockbook.inventory.store.ledger", 26L);

    /** Spring needs none, so nothing outside can come to depend on a table or a page. */
    @Test
    void stores_and_pages_show_no_class() {
        classes().that().resideInAnyPackage(STORE, WEB).and().areTopLevelClasses().should().notBePublic()
                .allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void folders_are_small_enough_to_read() {
        var sizes = CLASSES.stream().filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes).allSatisfy((name, files) -> assertThat(files).as(name).isLessThanOrEqualTo(LARGER.getOrDefault(name, 25L)));
    }

    /** The platform, the page shell and the command line are no rooms of the business: SQL and HTTP are what they are for. */
    private static DescribedPredicate<JavaClass> areInTheRootOfARoom() {
        return describe("are in the root package of a room", type -> type.getPackageName().matches("org\\.stockbook\\.[a-z0-9]+")
                && !type.getPackageName().matches("org\\.stockbook\\.(platform|web|commandline)"));
    }

    private static String[] with(String[] packages, String... more) {
        return Stream.concat(Stream.of(packages), Stream.of(more)).toArray(String[]::new);
    }
}
