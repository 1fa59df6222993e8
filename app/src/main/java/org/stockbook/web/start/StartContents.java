package org.stockbook.web.start;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.StartChart;
import org.stockbook.web.StartCounter;
import org.stockbook.web.StartPanel;
import org.stockbook.web.start.StartArrangements.Arrangement;

/** What the rooms have for the start page, as far as the user may see it, in the order that the user has chosen. */
@Component
class StartContents {
    private final ObjectProvider<StartCounter> counters;
    private final ObjectProvider<StartPanel> panels;
    private final ObjectProvider<StartChart> charts;
    private final ObjectProvider<StartPanel.Headline> headlines;
    private final Permissions permissions;

    StartContents(ObjectProvider<StartCounter> counters, ObjectProvider<StartPanel> panels, ObjectProvider<StartChart> charts, ObjectProvider<StartPanel.Headline> headlines,
            Permissions permissions) {
        this.charts = charts;
        this.counters = counters;
        this.panels = panels;
        this.headlines = headlines;
        this.permissions = permissions;
    }

    /** Something that can be moved and hidden. */
    sealed interface Card {
        int order();

        /** By which it is remembered; never shown. */
        String name();

        /** The text that it is known by where cards are arranged. */
        String titleKey();

        record OfCounter(StartCounter counter) implements Card {
            @Override
            public int order() {
                return counter.order();
            }

            @Override
            public String name() {
                return "counter." + counter.name();
            }

            @Override
            public String titleKey() {
                return name();
            }
        }

        record OfPanel(StartPanel panel) implements Card {
            @Override
            public int order() {
                return panel.order();
            }

            @Override
            public String name() {
                return "panel." + panel.more().page();
            }

            @Override
            public String titleKey() {
                return "start.card." + panel.more().page();
            }
        }

        record OfChart(StartChart chart) implements Card {
            @Override
            public int order() {
                return chart.order();
            }

            @Override
            public String name() {
                return "chart." + chart.name();
            }

            @Override
            public String titleKey() {
                return "start.card." + chart.name();
            }
        }
    }

    /** The counters that the user may see, hidden ones among them. */
    List<Card> counters(Arrangement arrangement) {
        return arranged(counters.stream().filter(counter -> permissions.has(counter.permission())).map(Card.OfCounter::new), arrangement);
    }

    /** The panels and charts that the user may see, hidden ones among them. */
    List<Card> cards(Arrangement arrangement) {
        return arranged(Stream.concat(panels.stream().filter(panel -> permissions.has(panel.permission())).map(Card.OfPanel::new), charts().map(Card.OfChart::new)), arrangement);
    }

    private static List<Card> arranged(Stream<? extends Card> cards, Arrangement arrangement) {
        return cards.<Card>map(card -> card).sorted(Comparator.<Card>comparingInt(card -> arrangement.place(card.name())).thenComparingInt(Card::order)).toList();
    }

    Stream<StartChart> charts() {
        return charts.stream().filter(chart -> permissions.has(chart.permission()));
    }

    Stream<StartPanel.Headline> headlines() {
        return headlines.stream().filter(headline -> permissions.has(headline.permission())).sorted(Comparator.comparing(StartPanel.Headline::order));
    }
}
