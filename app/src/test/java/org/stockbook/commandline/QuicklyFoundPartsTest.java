package org.stockbook.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

class QuicklyFoundPartsTest {
    @Test
    void the_parts_found_are_those_that_spring_finds() {
        var words = ResolvableType.forClassWithGenerics(Says.class, String.class);
        var numbers = ResolvableType.forClassWithGenerics(Says.class, Integer.class);

        for (var asked : List.of(words, numbers, ResolvableType.forClass(Says.class), ResolvableType.forClassWithGenerics(FactoryBean.class, Number.class),
                ResolvableType.forClass(Object.class), ResolvableType.forClass(Record.class), ResolvableType.forClass(Word.class), ResolvableType.forClass(MadeNumber.class), ResolvableType.forClass(String.class))) {
            assertThat(filled(new QuicklyFoundParts()).getBeanNamesForType(asked.resolve())).isEqualTo(filled(new DefaultListableBeanFactory()).getBeanNamesForType(asked.resolve()));
            assertThat(filled(new QuicklyFoundParts()).getBeanNamesForType(asked)).isEqualTo(filled(new DefaultListableBeanFactory()).getBeanNamesForType(asked));
        }
        assertThat(filled(new QuicklyFoundParts()).getBeanNamesForType(words)).containsExactly("word", "otherWord", "givenWord");
        assertThat(filled(new QuicklyFoundParts()).getBeanNamesForType(numbers)).containsExactly("number", "madeNumber");
    }

    /** A definition may name an interface, and only what was made of it tell the class. */
    @Test
    void what_was_made_is_found_by_its_own_type() {
        var parts = filled(new QuicklyFoundParts());
        assertThat(parts.getBeanNamesForType(Says.class)).contains("said");
        assertThat(parts.getBeanNamesForType(Word.class)).doesNotContain("said");

        parts.getBean("said");

        assertThat(parts.getBeanNamesForType(Word.class)).contains("said");
    }

    @Test
    void what_was_registered_or_taken_away_later_counts() {
        var parts = filled(new QuicklyFoundParts());
        assertThat(parts.getBeanNamesForType(Word.class)).containsExactly("word", "otherWord", "givenWord");

        parts.removeBeanDefinition("word");
        parts.destroySingleton("givenWord");
        parts.registerBeanDefinition("lateWord", new RootBeanDefinition(Word.class));
        parts.registerSingleton("lateGivenWord", new Word());

        assertThat(parts.getBeanNamesForType(Word.class)).containsExactly("otherWord", "lateWord", "lateGivenWord");
    }

    private static DefaultListableBeanFactory filled(DefaultListableBeanFactory parts) {
        parts.registerBeanDefinition("word", new RootBeanDefinition(Word.class));
        parts.registerBeanDefinition("number", new RootBeanDefinition(Number.class));
        parts.registerBeanDefinition("otherWord", new RootBeanDefinition(Word.class));
        parts.registerBeanDefinition("madeNumber", new RootBeanDefinition(MadeNumber.class));
        var said = new RootBeanDefinition(Saying.class);
        said.setFactoryMethodName("said");
        parts.registerBeanDefinition("said", said);
        parts.registerSingleton("givenWord", new Word());
        parts.registerSingleton("given", "text");
        parts.freezeConfiguration();
        return parts;
    }

    private interface Says<T> {
        T said();
    }

    private static final class Saying {
        private Saying() {}

        static Says<?> said() {
            return new Word();
        }
    }

    private record Word() implements Says<String> {
        @Override
        public String said() {
            return "";
        }
    }

    private record Number() implements Says<Integer> {
        @Override
        public Integer said() {
            return 0;
        }
    }

    private record MadeNumber() implements FactoryBean<Number> {
        @Override
        public Number getObject() {
            return new Number();
        }

        @Override
        public Class<Number> getObjectType() {
            return Number.class;
        }
    }
}
