package org.stockbook.documents.editing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.prices.FindPrice;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineCosts;
import org.stockbook.kernel.documents.LinePrice;
import org.stockbook.kernel.documents.LineProgress;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.Surplus;
import org.stockbook.kernel.documents.ResourceNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;

/** Applies what was typed to a line: what it is about before its unit, its unit before its price, its quantity before its progress. */
final class LineChanges {
    private final DocumentDefaults defaults;
    private final DocumentHeader header;
    private final LocationCode location;
    private final FindPrice prices;

    LineChanges(DocumentDefaults defaults, FindPrice prices, DocumentHeader header, LocationCode location) {
        this.defaults = defaults;
        this.header = header;
        this.location = location;
        this.prices = prices;
    }

    /** A changed line, or why it cannot be. */
    sealed interface Result {
        record Changed(DocumentLine line) implements Result {}

        record Refused(List<DocumentIssue> issues) implements Result {}
    }

    Result add(LineNo no, LineChange change) {
        var subject = subject(change, new LineSubject.OfText());
        return subject.isText() ? changed(text(no, change)) : fresh(no, subject, change);
    }

    private DocumentLine text(LineNo no, LineChange change) {
        return DocumentLine.text(no, change.description().orElse(""), header.dimensions());
    }

    private Result fresh(LineNo no, LineSubject subject, LineChange change) {
        var unknown = unknown(no, change);
        if (unknown.isPresent()) {
            return unknown.get();
        }
        var found = defaults.line(header, subject, change.unit().orElse(""));
        if (found.isEmpty()) {
            return refused(no, "api.reference-not-found", Map.of("field", "lineObjectNumber", "value", change.object().orElse("")));
        }
        var proposed = found.get();
        if (!proposed.unitKnown()) {
            return refused(no, "items.unit-unknown", Map.of("unit", change.unit().orElse(""), "item", objectOf(subject)));
        }
        var quantity = change.quantity().map(UnitQuantity::of).orElse(UnitQuantity.ZERO);
        var line = new DocumentLine(
                no, subject, change.description().orElse(proposed.description()), location, proposed.unit(), quantity,
                new LinePrice(proposed.price(), Percentage.ZERO, proposed.allowInvoiceDiscount(), Money.ZERO), proposed.costs(),
                proposed.product(), proposed.vat(), LineProgress.fresh(quantity), LineSource.OWN, FixedApplication.AUTOMATIC, List.of(),
                header.dimensions());
        return changed(typed(line.withPrice(prices.find(header, line, proposed.priceIncludesVat())), change));
    }

    /** Another item or unit makes the line anew at its place, unless some of it is handled. */
    Result edit(DocumentLine line, LineChange change) {
        var subject = subject(change, line.subject());
        var remade = !subject.equals(line.subject()) || change.unit().filter(unit -> !unit.equals(line.unit().code().code())).isPresent();
        var moved = change.location().filter(code -> !code.equals(line.location().code())).isPresent();
        var progress = line.progress();
        if ((remade || moved) && !progress.handled().isZero()) {
            return refused(line.no(), "common.status-not-open", Map.of("field", moved ? "locationCode" : "lineObjectNumber"));
        }
        var unknown = unknown(line.no(), change);
        if (unknown.isPresent()) {
            return unknown.get();
        }
        if (remade) {
            var kept = change.quantity().isPresent() ? change : withQuantity(change, line.quantity().value());
            return subject.isText() ? changed(text(line.no(), change)) : fresh(line.no(), subject, kept);
        }
        var quantity = change.quantity().map(UnitQuantity::of).orElse(line.quantity());
        if (!progress.handled().isWithin(quantity)) {
            return refused(line.no(), "common.below-handled", Map.of("handled", progress.handled().value()));
        }
        var recounted = change.quantity().isPresent() ? line.withQuantity(quantity).withProgress(counted(line, quantity)) : line;
        return switch (new OverReceipt(defaults, header).apply(typed(repriced(recounted, line, change), change), change)) {
            case OverReceipt.Result.Within within -> changed(within.line());
            case OverReceipt.Result.Beyond beyond -> refused(line.no(), "purchasing.over-receipt-limit", Map.of("maximum", beyond.maximum().value()));
        };
    }

    /** A typed quantity is what is ordered from now on. */
    private static LineProgress counted(DocumentLine line, UnitQuantity quantity) {
        return line.progress().counted(quantity, line.progress().handled(), line.progress().invoiced()).with(Surplus.NONE);
    }

    /** Another quantity may have another price; a typed price stays until then (spec: purchasing, section 2.5). */
    private DocumentLine repriced(DocumentLine recounted, DocumentLine before, LineChange change) {
        var own = recounted.source() instanceof LineSource.Own && recounted.progress().handled().isZero();
        if (recounted.quantity().equals(before.quantity()) || change.unitPrice().isPresent() || !own || !recounted.subject().isItem()) {
            return recounted;
        }
        return defaults.line(header, recounted.subject(), recounted.unit().code().code())
                .map(found -> recounted.withPrice(prices.find(
                        header, recounted.withPrice(new LinePrice(found.price(), Percentage.ZERO, found.allowInvoiceDiscount(), Money.ZERO)),
                        found.priceIncludesVat())))
                .orElse(recounted);
    }

    private Optional<Result> unknown(LineNo no, LineChange change) {
        var nowhere = change.location().filter(code -> !defaults.locationExists(code));
        if (nowhere.isPresent()) {
            return Optional.of(refused(no, "api.reference-not-found", Map.of("field", "locationCode", "value", nowhere.get())));
        }
        return change.returnReason().filter(code -> !code.isEmpty() && defaults.returnReason(code).isEmpty())
                .map(code -> refused(no, "api.reference-not-found", Map.of("field", "returnReasonCode", "value", code)));
    }

    private static LineChange withQuantity(LineChange change, BigDecimal quantity) {
        return new LineChange(
                change.line(), change.type(), change.object(), change.variant(), change.description(), change.location(), change.unit(),
                Optional.of(quantity), change.unitPrice(), change.lineDiscount(), change.unitCost(), change.toHandle(), change.toInvoice(),
                change.appliesTo(), change.appliesFrom(), change.surplus(), change.returnReason(), change.typed());
    }

    /** A reason puts the goods where it says, unless the place is typed as well or some of them are there already. */
    private DocumentLine typed(DocumentLine line, LineChange change) {
        var price = new LinePrice(
                change.unitPrice().map(Price::new).orElse(line.price().unit()),
                change.lineDiscount().map(Percentage::new).orElse(line.price().lineDiscount()),
                line.price().allowInvoiceDiscount(), line.price().invoiceDiscount());
        var costs = new LineCosts(
                change.unitCost().map(UnitCost::of).or(() -> line.costs().unitCost()), line.costs().indirectCost(),
                line.costs().overheadRate());
        var handling = change.toHandle().map(UnitQuantity::of).map(line.progress()::handling).orElse(line.progress());
        var progress = change.toInvoice().map(UnitQuantity::of).map(handling::invoicing).orElse(handling);
        var reason = change.returnReason().map(code -> defaults.returnReason(code).orElse(DocumentDefaults.OfReturnReason.NONE));
        var proposed = reason.map(DocumentDefaults.OfReturnReason::location)
                .filter(place -> !place.isBlank() && line.progress().handled().isZero() && line.source() instanceof LineSource.Own);
        return new DocumentLine(
                line.no(), line.subject(), change.description().orElse(line.description()),
                change.location().map(LocationCode::new).or(() -> proposed).orElse(line.location()), line.unit(), line.quantity(), price, costs,
                line.product(), line.vat(), progress, line.source(), application(line, change), line.tracked(), line.dimensions(),
                reason.map(DocumentDefaults.OfReturnReason::reason).orElse(line.returnReason()));
    }

    private static FixedApplication application(DocumentLine line, LineChange change) {
        var to = change.appliesTo().filter(entry -> entry != 0).<FixedApplication>map(entry -> new FixedApplication.ToEntry(new ItemLedgerEntryNo(entry)));
        var from = change.appliesFrom().filter(entry -> entry != 0)
                .<FixedApplication>map(entry -> new FixedApplication.FromEntry(new ItemLedgerEntryNo(entry)));
        var cleared = change.appliesTo().isPresent() || change.appliesFrom().isPresent();
        return to.or(() -> from).orElse(cleared ? FixedApplication.AUTOMATIC : line.application());
    }

    private static LineSubject subject(LineChange change, LineSubject before) {
        if (change.type().isEmpty() && change.object().isEmpty() && change.variant().isEmpty()) {
            return before;
        }
        var object = change.object().orElse(objectOf(before));
        var variant = change.variant().map(VariantCode::new).orElse(before instanceof LineSubject.OfItem item ? item.variant() : VariantCode.BLANK);
        return switch (change.type().orElse(typeOf(before))) {
            case ITEM -> new LineSubject.OfItem(new ItemNo(object), variant);
            case CHARGE -> new LineSubject.OfCharge(new ItemChargeNo(object));
            case ACCOUNT -> new LineSubject.OfAccount(new AccountNo(object));
            case RESOURCE -> new LineSubject.OfResource(new ResourceNo(object));
            case TEXT -> new LineSubject.OfText();
        };
    }

    static String objectOf(LineSubject subject) {
        return switch (subject) {
            case LineSubject.OfItem item -> item.item().code();
            case LineSubject.OfCharge charge -> charge.charge().code();
            case LineSubject.OfAccount account -> account.account().code();
            case LineSubject.OfResource resource -> resource.resource().code();
            case LineSubject.OfText _ -> "";
        };
    }

    static LineChange.LineType typeOf(LineSubject subject) {
        return switch (subject) {
            case LineSubject.OfItem _ -> LineChange.LineType.ITEM;
            case LineSubject.OfCharge _ -> LineChange.LineType.CHARGE;
            case LineSubject.OfAccount _ -> LineChange.LineType.ACCOUNT;
            case LineSubject.OfResource _ -> LineChange.LineType.RESOURCE;
            case LineSubject.OfText _ -> LineChange.LineType.TEXT;
        };
    }

    private static Result changed(DocumentLine line) {
        return new Result.Changed(line);
    }

    private static Result refused(LineNo no, String code, Map<String, Object> parameters) {
        return new Result.Refused(List.of(new DocumentIssue(no.value(), code, parameters)));
    }
}
