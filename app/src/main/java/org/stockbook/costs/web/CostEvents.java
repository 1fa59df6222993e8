package org.stockbook.costs.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.costing.CostExplanation.Event;
import org.stockbook.kernel.costing.CostExplanation.Node;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;

/** How the events behind a cost are worded, and where they lead. */
final class CostEvents {
    private CostEvents() {}

    /** What happened, where and when. */
    static Message caption(Event event) {
        return switch (event) {
            case Event.Moved moved -> message("cost-event." + word(moved), Map.of("place", place(moved.place()), "date", moved.date()));
            case Event.Valued valued when !valued.charge().isBlank() -> message("cost-event.charge", Map.of("charge", valued.charge().code(), "date", valued.date()));
            case Event.Valued valued when valued.expected() -> message("cost-event.expected", Map.of("date", valued.date()));
            case Event.Valued valued -> message("cost-event." + word(valued.type()), Map.of("date", valued.date()));
            case Event.Averaged averaged -> message("cost-event.averaged", Map.of("from", averaged.period().first(), "to", averaged.period().last()));
            case Event.Opening opening -> message("cost-event.opening", Map.of("date", opening.before()));
            case Event.Others others -> message("cost-event.others", Map.of("count", others.count()));
            case Event.NotCovered _ -> message("cost-event.not-covered", Map.of());
            case Event.Rest _ -> message("cost-event.rest", Map.of());
            case Event.InStock stock -> message("cost-event.in-stock", Map.of("item", stock.item().code()));
        };
    }

    /** How much of it counts here. */
    static Message detail(Node node) {
        var quantity = node.quantity().value();
        return switch (node.event()) {
            case Event.Moved moved when quantity.compareTo(moved.whole().abs().value()) == 0 ->
                message("cost-event.detail.whole", Map.of("quantity", quantity, "unitCost", UnitCost.rounded(unitCost(node)), "entry", moved.entry().toString()));
            case Event.Moved moved -> message("cost-event.detail.part",
                    Map.of("quantity", quantity, "whole", moved.whole().abs().value(), "entry", moved.entry().toString()));
            case Event.Averaged averaged -> message("cost-event.detail.average", Map.of("whole", averaged.whole().value(), "value", averaged.value()));
            case Event.Opening opening -> message("cost-event.detail.average", Map.of("whole", opening.whole().value(), "value", opening.value()));
            case Event.Valued valued -> message("cost-event.detail.value", Map.of("value", valued.whole(), "entry", valued.entry().toString()));
            case Event.InStock _, Event.NotCovered _ -> message("cost-event.detail.quantity", Map.of("quantity", quantity, "unitCost", UnitCost.rounded(unitCost(node))));
            case Event.Others _, Event.Rest _ -> message("", Map.of());
        };
    }

    static String document(Event event) {
        return switch (event) {
            case Event.Moved moved -> text(moved.origin().document());
            case Event.Valued valued -> text(valued.origin().document());
            case Event.Averaged _, Event.Opening _, Event.Others _, Event.NotCovered _, Event.Rest _, Event.InStock _ -> "";
        };
    }

    /** The document of the event; the figure itself leads to its own explanation. */
    static String link(Event event) {
        return switch (event) {
            case Event.Moved moved -> CostLinks.explained(moved.entry().toString());
            case Event.Valued valued -> CostLinks.valueEntry(valued.entry().toString());
            case Event.Averaged _, Event.Opening _, Event.Others _, Event.NotCovered _, Event.Rest _, Event.InStock _ -> "";
        };
    }

    static BigDecimal unitCost(Node node) {
        return node.quantity().isZero() ? BigDecimal.ZERO : node.amount().per(node.quantity()).value();
    }

    private static String text(DocumentNo document) {
        return document.isBlank() ? "" : document.code();
    }

    private static String place(Place place) {
        return place.location().isBlank() ? "–" : place.location().code();
    }

    private static String word(Event.Moved moved) {
        var in = moved.whole().isPositive();
        return switch (moved.type()) {
            case PURCHASE -> in ? "purchase" : "purchase-return";
            case SALE -> in ? "sale-return" : "sale";
            case POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT -> in ? "adjustment-in" : "adjustment-out";
            case TRANSFER -> in ? "transfer-in" : "transfer-out";
            case CONSUMPTION, ASSEMBLY_CONSUMPTION -> "consumption";
            case OUTPUT, ASSEMBLY_OUTPUT -> "output";
        };
    }

    private static String word(ValueEntryType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Message message(String key, Map<String, ?> values) {
        return new Message(Tone.NEUTRAL, key, values, "");
    }
}
