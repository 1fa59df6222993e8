package org.stockbook.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.i18n.Texts;
import org.stockbook.platform.security.SignedInUser;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Steps;
import org.stockbook.web.Report.Steps.Step;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.View;

/** Spec: ui, section 7: projected availability as a step line. */
class StepsModelTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void goes_below_zero_where_more_leaves_than_there_is() {
        var model = drawn("10", step(5, "-24", "SO-1"), step(20, "30", "PO-1"));

        assertThat(model.marks()).extracting(StepsModel.Mark::bad).containsExactly(true, false);
        assertThat(model.marks().getFirst().y()).isGreaterThan(model.zero());
        assertThat(model.marks().getLast().y()).isLessThan(model.zero());
        assertThat(model.marks()).extracting(StepsModel.Mark::change).containsExactly("\u221224", "+30");
        assertThat(model.limit()).isNegative();
    }

    @Test
    void counts_what_is_overdue_today_and_what_falls_on_one_day_together() {
        var model = drawn("10", step(-8, "5", "PO-1"), step(0, "-3", "SO-1"), step(9, "1", "PO-2"));

        assertThat(model.marks()).extracting(StepsModel.Mark::x).startsWith(StepsModel.LEFT).hasSize(2);
        assertThat(model.marks().getFirst().title()).isEqualTo("PO-1 +5, SO-1 \u22123");
        assertThat(model.marks().getFirst().change()).isEqualTo("+2");
    }

    @Test
    void names_only_what_has_room_and_stays_inside() {
        var model = drawn("1000", Stream.iterate(1, day -> day + 1).limit(40).map(day -> step(day, "-25", "SO-" + day)).toArray(Step[]::new));

        assertThat(model.marks()).hasSize(40).anyMatch(mark -> mark.name().isEmpty()).anyMatch(mark -> !mark.name().isEmpty());
        assertThat(model.marks()).allMatch(mark -> mark.x() >= StepsModel.LEFT && mark.x() <= StepsModel.RIGHT && mark.y() >= 0 && mark.y() <= StepsModel.HEIGHT);
        assertThat(model.levels()).hasSizeBetween(3, 6).extracting(StepsModel.Level::text).contains("500");
    }

    @Test
    void draws_nothing_where_nothing_happens() {
        assertThat(drawn("10").isGiven()).isFalse();
    }

    private static StepsModel drawn(String opening, Step... steps) {
        var view = new View(new Texts(), Language.ENGLISH, SignedInUser.STOCKBOOK, TODAY, "", "", () -> "", _ -> Optional.empty());
        return StepsModel.of(view, new Steps(Message.of(Tone.SUCCESS, "availability.enough"), TODAY, new BigDecimal(opening), List.of(steps), BigDecimal.ZERO));
    }

    private static Step step(int day, String change, String name) {
        return new Step(TODAY.plusDays(day), new BigDecimal(change), name, "/" + name);
    }
}
