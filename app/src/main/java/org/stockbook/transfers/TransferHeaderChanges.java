package org.stockbook.transfers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.finance.dimensions.DimensionSetCheck;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.documents.transfer.TransferDates;
import org.stockbook.kernel.documents.transfer.TransferHeader;
import org.stockbook.kernel.documents.transfer.TransferOrder;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.measure.DateFormula;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.transfers.TransferHeaderChange.Field;

/** Applies what was typed to a header: the places before the route that they bring, the route before the dates (spec: transfer, sections 2 to 5). */
final class TransferHeaderChanges {
    private final TransferDefaults defaults;
    private final TransferHeaderChange change;
    private final DimensionSetCheck dimensions;
    private final List<DocumentIssue> issues = new ArrayList<>();

    TransferHeaderChanges(TransferDefaults defaults, TransferHeaderChange change, DimensionSetCheck dimensions) {
        this.defaults = defaults;
        this.change = change;
        this.dimensions = dimensions;
    }

    /** What could not be kept. */
    List<DocumentIssue> issues() {
        return List.copyOf(issues);
    }

    /** The order with the changes that can be kept. */
    StoredTransfer apply(StoredTransfer stored) {
        var before = stored.order().header();
        var from = change.text(Field.FROM).map(LocationCode::new).orElse(before.from());
        var to = change.text(Field.TO).map(LocationCode::new).orElse(before.to());
        var agreed = defaults.route(from, to).filter(_ -> !from.equals(before.from()) || !to.equals(before.to()));
        var header = new TransferHeader(before.no(), from, to, route(before.route(), agreed), change.date(Field.POSTING_DATE).orElse(before.posting()));
        if (stored.isShipped() && !header.withPosting(before.posting()).equals(before)) {
            issues.add(TransferIssues.issue(0, "common.status-not-open", Map.of()));
        }
        var places = defaults.places(List.of(from, to, between(header.route())));
        checkPlaces(header, places);
        var lines = stored.order().lines().stream().map(line -> TransferLineChanges.settled(line, header.route())).toList();
        return stored.with(new TransferOrder(header, lines)).with(particulars(stored, header, agreed, places));
    }

    private TransferRoute route(TransferRoute before, Optional<TransferDefaults.Route> agreed) {
        var through = change.text(Field.IN_TRANSIT).map(LocationCode::new);
        var proposed = agreed.map(TransferDefaults.Route::route).orElse(before);
        var word = change.text(Field.ROUTE).orElseGet(() -> through.filter(code -> !code.isBlank()).isPresent() ? "inTransit" : word(proposed));
        return switch (word) {
            case "directInTwoSteps" -> new TransferRoute.DirectInTwoSteps();
            case "directInOneStep" -> new TransferRoute.DirectInOneStep();
            case "inTransit" -> new TransferRoute.InTransit(through.orElse(between(proposed)));
            default -> {
                issues.add(TransferIssues.issue(0, "api.value-unreadable", Map.of("field", "transferRoute", "value", word)));
                yield before;
            }
        };
    }

    /** How the API calls a route. */
    static String word(TransferRoute route) {
        return switch (route) {
            case TransferRoute.InTransit _ -> "inTransit";
            case TransferRoute.DirectInTwoSteps _ -> "directInTwoSteps";
            case TransferRoute.DirectInOneStep _ -> "directInOneStep";
        };
    }

    /** Where goods wait on their way; blank where they do not. */
    static LocationCode between(TransferRoute route) {
        return route instanceof TransferRoute.InTransit transit ? transit.location() : LocationCode.BLANK;
    }

    private void checkPlaces(TransferHeader header, Map<LocationCode, TransferDefaults.Place> places) {
        checkEnd("transferFromCode", header.from(), places);
        checkEnd("transferToCode", header.to(), places);
        var between = between(header.route());
        if (!between.isBlank() && Optional.ofNullable(places.get(between)).filter(TransferDefaults.Place::inTransit).isEmpty()) {
            issues.add(TransferIssues.notFound(0, "inTransitCode", between.code()));
        }
    }

    private void checkEnd(String field, LocationCode code, Map<LocationCode, TransferDefaults.Place> places) {
        if (code.isBlank()) {
            return;
        }
        var place = Optional.ofNullable(places.get(code));
        if (place.isEmpty()) {
            issues.add(TransferIssues.notFound(0, field, code.code()));
        } else if (place.get().inTransit()) {
            issues.add(TransferIssues.issue(0, "journals.in-transit-location", Map.of("location", code.code(), "field", field)));
        }
    }

    private TransferParticulars particulars(
            StoredTransfer stored, TransferHeader header, Optional<TransferDefaults.Route> agreed, Map<LocationCode, TransferDefaults.Place> places) {
        var before = stored.particulars();
        var shippingTime = change.text(Field.SHIPPING_TIME).map(this::formula).or(() -> agreed.map(TransferDefaults.Route::shippingTime)).orElse(before.shippingTime());
        var times = new TransferDates.Times(
                Optional.ofNullable(places.get(header.from())).map(TransferDefaults.Place::outbound).orElse(DateFormula.BLANK), shippingTime,
                Optional.ofNullable(places.get(header.to())).map(TransferDefaults.Place::inbound).orElse(DateFormula.BLANK));
        var placesMoved = !header.from().equals(stored.order().header().from()) || !header.to().equals(stored.order().header().to());
        var again = placesMoved || !shippingTime.equals(before.shippingTime());
        return new TransferParticulars(
                dates(before.dates(), times, again), shippingTime, change.text(Field.REFERENCE).orElse(before.reference()),
                change.text(Field.ASSIGNED_USER).orElse(before.assignedUser()), shipmentMethod(before), change.truth(Field.SHIP_COMPLETE).orElse(before.complete()),
                change.number(Field.DIMENSIONS).map(this::entered).orElse(before.dimensions()));
    }

    private String shipmentMethod(TransferParticulars before) {
        var method = change.text(Field.SHIPMENT_METHOD).orElse(before.shipmentMethod());
        if (!method.isEmpty() && !method.equals(before.shipmentMethod()) && !defaults.shipmentMethodExists(method)) {
            issues.add(TransferIssues.notFound(0, "shipmentMethodCode", method));
        }
        return method;
    }

    private DimensionSetId entered(long number) {
        var set = new DimensionSetId(number);
        dimensions.entered(set).ifPresent(refused -> issues.add(TransferIssues.issue(0, refused.code(), refused.parameters())));
        return set;
    }

    private DateFormula formula(String text) {
        var formula = DateFormula.read(text);
        if (formula.isEmpty() && !text.isBlank()) {
            issues.add(TransferIssues.issue(0, "api.value-unreadable", Map.of("field", "shippingTime", "value", text)));
        }
        return formula.orElse(DateFormula.BLANK);
    }

    /** The receipt date leads back, the shipment date forward; where both are typed, goods do not arrive before they leave. */
    private TransferDates dates(TransferDates before, TransferDates.Times times, boolean again) {
        var shipment = change.date(Field.SHIPMENT_DATE);
        var receipt = change.date(Field.RECEIPT_DATE);
        if (shipment.isPresent() && receipt.isPresent()) {
            if (receipt.get().isBefore(shipment.get())) {
                issues.add(TransferIssues.issue(0, "common.date-order", Map.of("from", shipment.get(), "to", receipt.get())));
            }
            return new TransferDates(shipment.get(), receipt.get());
        }
        if (receipt.isPresent()) {
            return TransferDates.arriving(receipt.get(), times);
        }
        return shipment.isPresent() || again ? TransferDates.leaving(shipment.orElse(before.shipment()), times) : before;
    }
}
