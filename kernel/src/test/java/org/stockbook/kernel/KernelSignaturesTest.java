package org.stockbook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the kernel shows to others has a type, a unit and a sign: no bare number, no text for a key; outside measure. */
class KernelSignaturesTest {
    private static final List<Class<?>> SHOWN = new ClassFileImporter().importPath(Path.of("target", "classes")).stream()
            .filter(type -> !type.getPackageName().startsWith("org.stockbook.kernel.measure"))
            .filter(type -> !type.getSimpleName().endsWith("-info"))
            .<Class<?>>map(JavaClass::reflect)
            .filter(KernelSignaturesTest::isShown)
            .toList();

    private static final Set<Type> BARE_NUMBERS = Set.of(float.class, double.class, Float.class, Double.class, BigDecimal.class);

    @Test
    void show_no_bare_number() {
        var bare = SHOWN.stream().flatMap(type -> Stream.concat(
                shownUnits(type).filter(unit -> typesOf(unit).anyMatch(KernelSignaturesTest::holdsBareNumber)),
                Arrays.stream(type.getDeclaredFields()).filter(KernelSignaturesTest::isShown)
                        .filter(field -> holdsBareNumber(field.getGenericType()))));

        assertThat(bare).isEmpty();
    }

    /** A text is a key where it is called one, or where a map is read by it. The keys themselves are made from a text. */
    @Test
    void take_no_text_for_a_key() {
        var bare = SHOWN.stream().filter(type -> !isMadeOfOneText(type)).flatMap(KernelSignaturesTest::shownUnits)
                .flatMap(unit -> Arrays.stream(unit.getParameters())
                        .filter(parameter -> isReadByText(parameter.getParameterizedType())
                                || parameter.getType() == String.class
                                        && parameter.getName().matches("(?i).*(no|number|code|key|id|identifier)"))
                        .map(parameter -> unit + " takes " + parameter));

        assertThat(bare).isEmpty();
    }

    private static boolean isShown(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && (type.getEnclosingClass() == null || isShown(type.getEnclosingClass()));
    }

    private static boolean isShown(Field field) {
        return Modifier.isPublic(field.getModifiers());
    }

    private static Stream<Executable> shownUnits(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
                .filter(unit -> Modifier.isPublic(unit.getModifiers()) && !unit.isSynthetic());
    }

    private static Stream<Type> typesOf(Executable unit) {
        var returned = unit instanceof Method method ? Stream.of(method.getGenericReturnType()) : Stream.<Type>empty();
        return Stream.concat(returned, Arrays.stream(unit.getGenericParameterTypes()));
    }

    private static boolean holdsBareNumber(Type type) {
        return BARE_NUMBERS.contains(type)
                || type instanceof Class<?> array && array.isArray() && holdsBareNumber(array.getComponentType())
                || type instanceof ParameterizedType generic
                        && Arrays.stream(generic.getActualTypeArguments()).anyMatch(KernelSignaturesTest::holdsBareNumber);
    }

    private static boolean isReadByText(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw
                && Map.class.isAssignableFrom(raw) && generic.getActualTypeArguments()[0] == String.class;
    }

    private static boolean isMadeOfOneText(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 1 && type.getRecordComponents()[0].getType() == String.class;
    }
}
