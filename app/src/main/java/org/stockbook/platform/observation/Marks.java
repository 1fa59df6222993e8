package org.stockbook.platform.observation;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Annotations by which classes of ours say how their methods are to be called. Spring's own search looks at each method of each class and of all that it extends and implements,
 * in libraries too, which took longer than making the parts.
 */
public final class Marks {
    private static final String OURS = "org.stockbook.";

    private Marks() {}

    /** Whether the class is ours, and it or one that it extends, or a method of them, carries the mark itself. Interfaces carry none (RoomShapeTest). */
    public static boolean on(Class<?> type, Class<? extends Annotation> mark) {
        return Stream.<Class<?>>iterate(type, each -> each != null && isOurs(each), Class::getSuperclass)
                .flatMap(each -> Stream.concat(Stream.<AnnotatedElement>of(each), Arrays.stream(each.getDeclaredMethods())))
                .anyMatch(each -> each.isAnnotationPresent(mark));
    }

    /** Whether the class is part of this program and of no library. */
    public static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(OURS);
    }
}
