package org.stockbook.commandline;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.stockbook.platform.observation.Marks;

/**
 * All parts of the program. Spring looks at each of a thousand parts whenever somebody asks for those of a type, some hundreds of times before the first page. Here the types of a
 * part are looked at once, and who asks has only those looked at that can be meant. What is found is what Spring finds, in the same order.
 */
final class QuicklyFoundParts extends DefaultListableBeanFactory {
    /** Whose annotations no part of ours carries (RoomShapeTest). */
    private static final List<String> NOT_ON_OURS = List.of("org.springframework.boot.actuate.");

    /** What was registered as it is, in this order. */
    private final Set<String> undefined = new CopyOnWriteArraySet<>();
    private volatile Optional<Index> index = Optional.empty();

    @Override
    public String[] getBeanNamesForType(ResolvableType type, boolean nonSingletons, boolean eager) {
        var plain = type.resolve();
        return plain != null && eager && isComplete() ? found(plain, type, nonSingletons) : super.getBeanNamesForType(type, nonSingletons, eager);
    }

    @Override
    public String[] getBeanNamesForType(@Nullable Class<?> type, boolean nonSingletons, boolean eager) {
        return type != null && eager && isComplete()
                ? found(type, ResolvableType.forRawClass(type), nonSingletons) : super.getBeanNamesForType(type, nonSingletons, eager);
    }

    @Override
    public String[] getBeanNamesForAnnotation(Class<? extends Annotation> type) {
        if (NOT_ON_OURS.stream().noneMatch(type.getName()::startsWith)) {
            return super.getBeanNamesForAnnotation(type);
        }
        var defined = Arrays.stream(getBeanDefinitionNames()).filter(name -> !getMergedBeanDefinition(name).isAbstract());
        return Stream.concat(defined, undefined.stream())
                .filter(name -> !isOurs(name)).filter(name -> findAnnotationOnBean(name, type) != null).toArray(String[]::new);
    }

    /** Parts that were written down beforehand are all there at once; others are still being found until the end of it. */
    private boolean isComplete() {
        return isConfigurationFrozen() || AotDetector.useGeneratedArtifacts();
    }

    private boolean isOurs(String name) {
        var type = getType(name, false);
        return type != null && Marks.isOurs(type);
    }

    private String[] found(Class<?> plain, ResolvableType type, boolean nonSingletons) {
        var found = new ArrayList<String>();
        for (var name : index().ofType(plain)) {
            named(name, type).filter(matching -> nonSingletons || isSingleton(matching)).ifPresent(found::add);
        }
        for (var name : undefined) {
            named(name, type).ifPresent(found::add);
        }
        return found.toArray(String[]::new);
    }

    /** The name under which this part, or the factory that makes it, is of the type. */
    private Optional<String> named(String name, ResolvableType type) {
        if (isTypeMatch(name, type)) {
            return Optional.of(name);
        }
        var factory = FACTORY_BEAN_PREFIX + name;
        return isFactoryBean(name) && isTypeMatch(factory, type) ? Optional.of(factory) : Optional.empty();
    }

    private Index index() {
        return index.orElseGet(this::indexed);
    }

    private synchronized Index indexed() {
        return index.orElseGet(() -> {
            var made = new Index(getBeanDefinitionNames());
            index = Optional.of(made);
            for (var name : getBeanDefinitionNames()) {
                if (!getMergedBeanDefinition(name).isAbstract()) {
                    enter(made, name);
                }
            }
            return made;
        });
    }

    private void enter(Index made, String name) {
        var type = getType(name, false);
        if (type == null || isFactoryBean(name)) {
            made.addUnknown(name);
        } else {
            made.add(name, type);
        }
    }

    /** What was made may be of more types than its definition could say. */
    @Override
    protected void addSingleton(String name, Object part) {
        super.addSingleton(name, part);
        index.ifPresent(made -> made.add(name, part.getClass()));
    }

    @Override
    public void registerSingleton(String name, Object part) {
        super.registerSingleton(name, part);
        if (!containsBeanDefinition(name)) {
            undefined.add(name);
        }
    }

    @Override
    public void destroySingleton(String name) {
        super.destroySingleton(name);
        undefined.remove(name);
    }

    @Override
    public void registerBeanDefinition(String name, BeanDefinition definition) {
        super.registerBeanDefinition(name, definition);
        undefined.remove(name);
        index = Optional.empty();
    }

    @Override
    public void removeBeanDefinition(String name) {
        super.removeBeanDefinition(name);
        index = Optional.empty();
    }

    /** The parts that may be of a type, in the order of their definitions. */
    private static final class Index {
        private final Map<String, Integer> places = new ConcurrentHashMap<>();
        private final List<String> names;
        private final Map<Class<?>, Set<Integer>> byType = new ConcurrentHashMap<>();
        private final Set<Integer> unknown = new ConcurrentSkipListSet<>();

        Index(String... names) {
            this.names = List.of(names);
            for (var i = 0; i < names.length; i++) {
                places.put(names[i], i);
            }
        }

        void addUnknown(String name) {
            unknown.add(places.get(name));
        }

        void add(String name, Class<?> type) {
            var place = places.get(name);
            if (place == null) {
                return;
            }
            typesOf(type).forEach(each -> byType.computeIfAbsent(each, _ -> new ConcurrentSkipListSet<>()).add(place));
        }

        private static Set<Class<?>> typesOf(Class<?> type) {
            var all = new HashSet<Class<?>>(Set.of(Object.class));
            for (Class<?> each = type; each != null; each = each.getSuperclass()) {
                addWithInterfaces(each, all);
            }
            return all;
        }

        private static void addWithInterfaces(Class<?> type, Set<Class<?>> all) {
            if (all.add(type)) {
                for (var each : type.getInterfaces()) {
                    addWithInterfaces(each, all);
                }
            }
        }

        List<String> ofType(Class<?> type) {
            return Stream.concat(unknown.stream(), byType.getOrDefault(type, Set.of()).stream()).sorted().distinct().map(names::get).toList();
        }
    }
}
