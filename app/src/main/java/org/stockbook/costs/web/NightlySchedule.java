package org.stockbook.costs.web;

import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.stockbook.costs.NightlyCosts;

/** Looks every minute, while the books are open on the web, whether the work of the night is due. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnWebApplication
class NightlySchedule {
    private final ObjectProvider<NightlyCosts> nightly;
    private final Clock clock = Clock.systemDefaultZone();

    /** The work of the night is not made before its first minute. */
    NightlySchedule(ObjectProvider<NightlyCosts> nightly) {
        this.nightly = nightly;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void look() {
        nightly.getObject().workIfDue(LocalDateTime.now(clock));
    }
}
