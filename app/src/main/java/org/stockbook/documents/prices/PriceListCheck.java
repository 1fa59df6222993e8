package org.stockbook.documents.prices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** No two active lines say the price of the same thing (spec: purchasing, section 2.5). */
public record PriceListCheck(PriceLists lists, TradeSide side) implements RecordCheck {
    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var issues = new ArrayList<RecordIssue>();
        for (var change : changes) {
            if (change.text("status").equals("active") && !change.isNew()) {
                lists.twin(side, change.textBefore("code")).ifPresent(twin ->
                        issues.add(change.issue("status", "purchasing.price-duplicate", Map.of("list", twin.list(), "line", twin.line()))));
            }
        }
        return issues;
    }
}
