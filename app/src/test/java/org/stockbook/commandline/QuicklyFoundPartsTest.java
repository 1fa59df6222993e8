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

        for (var asked : List.of(words, numbers, ResolvableType.forClass(Says.class), ResolvableType.forClassWithGenerics(FactoryBean.class, Number.class))) {
            assertThat(filled(new QuicklyFoundParts()).getBeanNamesForType(asked)).isEqualTo(filled(new DefaultListableBeanFactory()).getBeanNamesForType(asked));
        }
        assertThat(filled(new QuicklyFoundParts()).getBeanNamesForType(words)).containsExactly("word", "otherWord");
        assertThat(filled(new QuicklyFoundParts()).getBeanNamesForType(numbers)).containsExactly("number", "madeNumber");
    }

    private static DefaultListableBeanFactory filled(DefaultListableBeanFactory parts) {
        parts.registerBeanDefinition("word", new RootBeanDefinition(Word.class));
        parts.registerBeanDefinition("number", new RootBeanDefinition(Number.class));
        parts.registerBeanDefinition("otherWord", new RootBeanDefinition(Word.class));
        parts.registerBeanDefinition("madeNumber", new RootBeanDefinition(MadeNumber.class));
        parts.freezeConfiguration();
        return parts;
    }

    private interface Says<T> {
        T said();
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
