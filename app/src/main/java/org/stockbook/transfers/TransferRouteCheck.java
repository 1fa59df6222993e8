package org.stockbook.transfers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.measure.DateFormula;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** A route leads from one place to another, and only routes in transit have a place between (spec: transfer, section 2). */
@Component
public class TransferRouteCheck implements RecordCheck {
    private final TransferDefaults defaults;

    TransferRouteCheck(TransferDefaults defaults) {
        this.defaults = defaults;
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var codes = new LinkedHashSet<LocationCode>();
        changes.forEach(change -> List.of("transferFromCode", "transferToCode", "inTransitCode").forEach(field -> codes.add(new LocationCode(change.text(field)))));
        var places = defaults.places(codes);
        var issues = new ArrayList<RecordIssue>();
        for (var change : changes) {
            if (!change.after().isEmpty()) {
                check(change, places, issues);
            }
        }
        return issues;
    }

    private static void check(RecordChange change, Map<LocationCode, TransferDefaults.Place> places, List<RecordIssue> issues) {
        var from = change.text("transferFromCode");
        if (from.equals(change.text("transferToCode"))) {
            issues.add(change.issue("transferToCode", "transfer.locations-equal", Map.of("location", from)));
        }
        for (var field : List.of("transferFromCode", "transferToCode")) {
            if (isInTransit(change, field, places)) {
                issues.add(change.issue(field, "journals.in-transit-location", Map.of("location", change.text(field))));
            }
        }
        var between = change.text("inTransitCode");
        var passes = change.text("transferRoute").equals("inTransit");
        if (passes && between.isEmpty()) {
            issues.add(change.issue("inTransitCode", "common.field-required", Map.of("field", "inTransitCode")));
        } else if (!between.isEmpty() && !(passes && isInTransit(change, "inTransitCode", places))) {
            issues.add(change.issue("inTransitCode", "api.reference-not-found", Map.of("field", "inTransitCode", "value", between)));
        }
        if (DateFormula.read(change.text("shippingTime")).isEmpty()) {
            issues.add(change.issue("shippingTime", "api.value-unreadable", Map.of("field", "shippingTime", "value", change.text("shippingTime"))));
        }
    }

    private static boolean isInTransit(RecordChange change, String field, Map<LocationCode, TransferDefaults.Place> places) {
        return Optional.ofNullable(places.get(new LocationCode(change.text(field)))).filter(TransferDefaults.Place::inTransit).isPresent();
    }
}
