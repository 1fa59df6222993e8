package org.stockbook.costs.web;

import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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
    private final boolean works;
    private final Clock clock = Clock.systemDefaultZone();

    /**
     * The work of the night is not made before its first minute.
     *
     * @param works false where another program on the same books does it
     */
    NightlySchedule(ObjectProvider<NightlyCosts> nightly, @Value("${stockbook.nightly-work:true}") boolean works) {
        this.nightly = nightly;
        this.works = works;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void look() {
        if (works) {
            nightly.getObject().workIfDue(LocalDateTime.now(clock));
        }
    }
}
