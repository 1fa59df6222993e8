package org.stockbook.documents.prices;

import java.util.List;
import java.util.Map;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** The lines of an active list stand; it is made a draft again before they change. */
public record PriceListLineCheck(PriceLists lists, TradeSide side) implements RecordCheck {
    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        return changes.stream()
                .filter(change -> lists.isActive(side, change.after().isEmpty() ? change.textBefore("priceListCode") : change.text("priceListCode")))
                .map(change -> change.issue("priceListCode", "common.status-not-open", Map.of()))
                .toList();
    }
}
