package org.stockbook.journals.lines;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.inventory.InventoryPolicy;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.LineIssue;

/** Finds the rules of a kind of journal, with all that some lines name. */
@Component
public class JournalRules {
    private final JournalCards cards;

    JournalRules(JournalCards cards) {
        this.cards = cards;
    }

    /** A fixed number of statements, however many lines there are. */
    public Loaded load(JournalKind kind, Collection<LineValues> lines, InventoryPolicy policy) {
        var known = cards.of(lines.stream().map(line -> line.code(JournalField.ITEM)).distinct().toList(), policy);
        return new Loaded(known, switch (kind) {
            case ITEM, RECLASSIFICATION, RECURRING -> new GoodsRules(new LineDefaults(known), new JournalLineChecks(kind, known));
            case REVALUATION -> new RevaluationRules(known, new JournalLineChecks(kind, known), cards.increases(entries(lines)));
        });
    }

    private static List<Long> entries(Collection<LineValues> lines) {
        return lines.stream().flatMap(line -> line.figure(JournalField.APPLIES_TO_ENTRY).stream()).map(BigDecimal::longValue).distinct().toList();
    }

    /** Rules and the cards behind them. */
    public record Loaded(JournalCards.Known known, LineRules rules) {}

    /** Lines that move goods. */
    private record GoodsRules(LineDefaults defaults, JournalLineChecks checks) implements LineRules {
        @Override
        public LineValues complete(LineValues before, Map<JournalField, String> typed) {
            return defaults.complete(before, typed);
        }

        @Override
        public Draft.Worth worth(LineValues line) {
            return defaults.worth(line);
        }

        @Override
        public List<LineIssue> check(Draft line) {
            return checks.check(line);
        }
    }
}
