package org.stockbook.platform.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMethodMatcher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.util.function.SingletonSupplier;

/** Puts a stop watch around what rooms have marked. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class MeasuredCalls {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor measuring(ObjectProvider<MeterRegistry> registry) {
        // Asked for once it is needed, since nothing may be made before its time, and only once, since asking takes longer than measuring.
        var known = SingletonSupplier.of(() -> Optional.ofNullable(registry.getIfAvailable()));
        MethodInterceptor watch = call -> {
            var found = known.obtain();
            return found.isPresent() ? measured(found.get(), call) : call.proceed();
        };
        return new DefaultPointcutAdvisor(new ComposablePointcut(type -> Marks.on(type, Measured.class), new AnnotationMethodMatcher(Measured.class)), watch);
    }

    private static @Nullable Object measured(MeterRegistry registry, MethodInvocation call) throws Throwable {
        var name = "stockbook." + Optional.ofNullable(call.getMethod().getAnnotation(Measured.class)).map(Measured::value).orElse(call.getMethod().getName());
        var watch = Timer.start(registry);
        var outcome = "failed";
        try {
            var answer = call.proceed();
            outcome = "done";
            return answer;
        } finally {
            watch.stop(Timer.builder(name).tag("outcome", outcome).register(registry));
        }
    }
}
