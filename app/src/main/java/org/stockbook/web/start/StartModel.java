package org.stockbook.web.start;

import java.util.List;
import org.stockbook.web.pages.ReportModel;
import org.stockbook.web.parts.ActionModel;

/**
 * The start page ready to be rendered: what needs attention, then the proof that the books are right.
 *
 * @param headlines what is said and can be done at the head
 * @param arrangement all cards in their order as JSON, for who arranges them
 */
public record StartModel(String date, List<Headline> headlines, List<Counter> counters, List<Card> cards, String arrangement) {
    public StartModel {
        headlines = List.copyOf(headlines);
        counters = List.copyOf(counters);
        cards = List.copyOf(cards);
    }

    public record Headline(ReportModel.Note state, List<ActionModel> actions) {
        public Headline {
            actions = List.copyOf(actions);
        }
    }

    /** A counter; calm when it is zero. */
    public record Counter(String caption, String number, boolean zero, String icon, String iconStyle, String detail, String link) {}

    /**
     * A panel, or a chart that comes later.
     *
     * @param chart its name in addresses, empty for a panel
     * @param panels the panel, none for a chart
     */
    public record Card(String chart, List<Panel> panels) {
        public Card {
            panels = List.copyOf(panels);
        }
    }

    public record Panel(ReportModel.Note title, ReportModel content, List<ActionModel> actions, String moreText, String moreLink) {
        public Panel {
            actions = List.copyOf(actions);
        }
    }
}
