package org.stockbook.costs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.stockbook.costs.NightlyCosts;
import org.stockbook.web.api.Shop;
import org.stockbook.web.api.ShopTest;

/** The work of the night begins by itself in one program of those that have the books open. */
@ShopTest
class NightlyScheduleTest {
    @Autowired
    private Shop shop;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private ObjectProvider<NightlyCosts> nightly;

    @BeforeEach
    void a_night_whose_hour_has_just_struck() {
        shop.open();
        dsl.execute("UPDATE nightly_cost_work SET enabled = true, starts_at = ?, adjust_costs = false, post_cost_to_gl = false, verify_books = true, last_night = NULL", LocalTime.now());
    }

    @AfterEach
    void no_night_for_other_tests() {
        dsl.execute("UPDATE nightly_cost_work SET starts_at = '02:00', adjust_costs = true, last_night = NULL");
    }

    @Test
    void the_program_that_works_at_night_takes_the_night_on_once() throws Exception {
        var before = proofs();
        new NightlySchedule(nightly, true).look();
        new NightlySchedule(nightly, true).look();
        for (var tries = 0; proofs() == before && tries < 500; tries++) {
            Thread.sleep(10);
        }
        assertThat(proofs()).isEqualTo(before + 1);
    }

    @Test
    void a_program_that_leaves_the_night_to_another_does_nothing() {
        new NightlySchedule(nightly, false).look();
        assertThat(dsl.fetchCount(DSL.table("nightly_cost_work"), DSL.condition("last_night IS NULL"))).isEqualTo(1);
    }

    /** Where there is no night to be looked after, asking for it would fail. */
    @Test
    void the_setting_says_which_program_works_at_night() {
        var served = new WebApplicationContextRunner().withUserConfiguration(NightlySchedule.class);
        served.withPropertyValues("stockbook.nightly-work=false").run(rooms -> assertThat(rooms.getBean(NightlySchedule.class)).satisfies(NightlySchedule::look));
        served.run(rooms -> assertThat(rooms.getBean(NightlySchedule.class)).satisfies(schedule -> assertThatThrownBy(schedule::look)
                .isInstanceOf(NoSuchBeanDefinitionException.class)));
        new ApplicationContextRunner().withUserConfiguration(NightlySchedule.class).run(rooms -> assertThat(rooms).doesNotHaveBean(NightlySchedule.class));
    }

    private int proofs() {
        return dsl.fetchCount(DSL.table("cost_run"), DSL.condition("kind = 'VERIFICATION' AND origin = 'SCHEDULE'"));
    }
}
