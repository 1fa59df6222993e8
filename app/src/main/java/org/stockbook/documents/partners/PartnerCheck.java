package org.stockbook.documents.partners;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.kernel.measure.DateFormula;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** Formulas of dates can be read, and lead times lead forward (spec: finance, section 14). */
@Component
public class PartnerCheck implements RecordCheck {
    private static final List<String> FORMULAS = List.of("leadTimeCalculation", "dueDateCalculation", "discountDateCalculation");

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var issues = new ArrayList<RecordIssue>();
        for (var change : changes) {
            for (var field : FORMULAS) {
                var text = change.text(field);
                if (!change.after().isEmpty() && (DateFormula.read(text).isEmpty() || field.startsWith("lead") && text.contains("-"))) {
                    issues.add(change.issue(field, "api.value-unreadable", Map.of("field", field, "value", text)));
                }
            }
        }
        return issues;
    }
}
