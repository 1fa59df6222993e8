package org.stockbook.commandline;

import java.util.List;
import java.util.Map;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindingPostProcessor;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.platform.observation.Marks;

/** Parts of Spring that would look for annotations at every method of every class at each start: left out, or told where there is something to find (RoomShapeTest). */
final class Searches {
    /** Nobody listens by annotation, what happens at fixed times begins when the rest is made, nobody has a servlet of the actuator, and sessions are counted nowhere else. */
    private static final List<String> NEEDLESS = List.of(
            AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME, "scheduledBeanLazyInitializationExcludeFilter", "servletEndpointRegistrar", "tomcatMetricsBinder");
    private static final Map<String, Class<?>> NARROWER = Map.of(
            "transactionAttributeSource", Transactions.class, ConfigurationPropertiesBindingPostProcessor.BEAN_NAME, Settings.class);

    private Searches() {}

    /** Parts that were written down beforehand have been narrowed before that. */
    static void narrow(ConfigurableListableBeanFactory parts) {
        if (parts instanceof BeanDefinitionRegistry registry && !AotDetector.useGeneratedArtifacts()) {
            NEEDLESS.stream().filter(registry::containsBeanDefinition).forEach(registry::removeBeanDefinition);
            NARROWER.forEach((name, type) -> replace(registry, name, type));
        }
    }

    private static void replace(BeanDefinitionRegistry registry, String name, Class<?> type) {
        if (registry.containsBeanDefinition(name)) {
            var narrower = new RootBeanDefinition(type);
            narrower.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
            registry.removeBeanDefinition(name);
            registry.registerBeanDefinition(name, narrower);
        }
    }

    /** Transactions begin at classes of ours that say so, or at one of their methods. */
    static final class Transactions extends AnnotationTransactionAttributeSource {
        private static final long serialVersionUID = 1;

        /** As Spring has it: what is not public may be transactional too. */
        Transactions() {
            super(false);
        }

        @Override
        public boolean isCandidateClass(Class<?> type) {
            return Marks.on(type, Transactional.class);
        }
    }

    /** Fills the settings of libraries. Parts of ours have none, and are not asked. */
    static final class Settings extends ConfigurationPropertiesBindingPostProcessor {
        @Override
        public Object postProcessBeforeInitialization(Object part, String name) {
            return Marks.isOurs(part.getClass()) ? part : super.postProcessBeforeInitialization(part, name);
        }
    }
}
