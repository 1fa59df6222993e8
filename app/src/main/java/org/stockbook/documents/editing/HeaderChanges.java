package org.stockbook.documents.editing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.documents.Centers;
import org.stockbook.documents.Particulars;
import org.stockbook.documents.Particulars.PaymentTerms;
import org.stockbook.documents.Particulars.ShipTo;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.editing.HeaderChange.Field;
import org.stockbook.finance.dimensions.DimensionSetCheck;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentTerms;
import org.stockbook.kernel.documents.amounts.InvoiceDiscounts;
import org.stockbook.kernel.measure.ExchangeRate;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.origin.DimensionSetId;

/** Applies what was typed to a header: dates before the terms that follow them, the currency before its rate (spec: purchasing, section 2.2). */
final class HeaderChanges {
    private final DocumentDefaults defaults;
    private final Centers.OfUser user;
    private final DimensionSetCheck dimensions;
    private final List<DocumentIssue> issues = new ArrayList<>();

    HeaderChanges(DocumentDefaults defaults, Centers.OfUser user, DimensionSetCheck dimensions) {
        this.defaults = defaults;
        this.user = user;
        this.dimensions = dimensions;
    }

    /** What could not be kept. */
    List<DocumentIssue> issues() {
        return List.copyOf(issues);
    }

    /** The document with the changes that can be kept. */
    StoredDocument apply(StoredDocument stored, HeaderChange change) {
        var header = stored.document().header();
        var terms = paymentTerms(stored, change);
        var dates = dates(header, change, terms);
        var documentTerms = terms(header, dates.posting(), change);
        var changed = new DocumentHeader(
                header.side(), header.kind(), header.no(), header.partner(), dates, documentTerms,
                change.text(Field.EXTERNAL).orElse(header.external()),
                change.number(Field.DIMENSIONS).map(this::entered).orElse(header.dimensions()),
                change.text(Field.REASON).map(ReasonCode::new).orElse(header.reason()));
        var document = discounted(stored.document().withHeader(changed), change);
        return stored.with(document).with(particulars(stored, change, terms, dates)).at(location(stored, change));
    }

    private DimensionSetId entered(long number) {
        var set = new DimensionSetId(number);
        dimensions.entered(set).ifPresent(refused -> issues.add(new DocumentIssue(0, refused.code(), refused.parameters())));
        return set;
    }

    private Optional<DocumentDefaults.Terms> paymentTerms(StoredDocument stored, HeaderChange change) {
        var code = change.text(Field.PAYMENT_TERMS).orElse(stored.particulars().payment().code());
        var terms = defaults.terms(code);
        if (terms.isEmpty() && !code.isEmpty()) {
            notFound("paymentTermsCode", code);
        }
        return terms;
    }

    /** The document date follows the posting date, the due date the document date, unless they are typed. */
    private static DocumentDates dates(DocumentHeader header, HeaderChange change, Optional<DocumentDefaults.Terms> terms) {
        var before = header.dates();
        var posting = change.date(Field.POSTING_DATE).orElse(before.posting());
        var document = change.date(Field.DOCUMENT_DATE).orElse(change.has(Field.POSTING_DATE) ? posting : before.document());
        var vat = change.has(Field.POSTING_DATE) ? posting : before.vat();
        var moved = !document.equals(before.document()) || change.has(Field.PAYMENT_TERMS);
        var due = change.date(Field.DUE_DATE).orElseGet(() -> moved ? terms.map(found -> found.due().from(document)).orElse(document) : before.due());
        return new DocumentDates(posting, document, vat, due);
    }

    private DocumentTerms terms(DocumentHeader header, LocalDate posting, HeaderChange change) {
        var currency = change.text(Field.CURRENCY).map(CurrencyCode::new).orElse(header.terms().currency());
        var includesVat = change.truth(Field.PRICES_INCLUDE_VAT).orElse(header.terms().pricesIncludeVat());
        return new DocumentTerms(currency, rate(header, currency, posting), includesVat);
    }

    private ExchangeRate rate(DocumentHeader header, CurrencyCode currency, LocalDate posting) {
        if (currency.isBlank()) {
            return ExchangeRate.LOCAL;
        }
        var rate = defaults.rate(currency, posting);
        if (rate.isEmpty()) {
            issues.add(new DocumentIssue(0, "finance.exchange-rate-missing", Map.of("currency", currency.code(), "date", posting)));
        }
        return rate.orElse(header.terms().rate());
    }

    private static Document discounted(Document document, HeaderChange change) {
        var percentage = change.figure(Field.INVOICE_DISCOUNT_PERCENTAGE).map(figure -> InvoiceDiscounts.spread(document, new Percentage(figure)));
        return change.figure(Field.INVOICE_DISCOUNT_AMOUNT)
                .map(figure -> InvoiceDiscounts.spread(document, Money.rounded(figure)))
                .or(() -> percentage)
                .orElse(document);
    }

    private Particulars particulars(StoredDocument stored, HeaderChange change, Optional<DocumentDefaults.Terms> terms, DocumentDates dates) {
        var before = stored.particulars();
        var header = stored.document().header();
        var payment = terms.map(found -> found.from(dates.document(), header.kind().isReturn())).orElse(PaymentTerms.NONE);
        var center = center(before, change);
        return new Particulars(
                before.partnerName(), before.address(), shipTo(stored, change), change.text(Field.REFERENCE).orElse(before.reference()),
                change.date(Field.ORDER_DATE).or(before::orderDate), change.date(Field.REQUESTED_DATE).or(before::requested),
                change.date(Field.VALID_UNTIL).or(before::validUntil), payment, change.text(Field.APPLIES_TO).orElse(before.appliesTo()),
                shipmentMethod(before, change),
                change.truth(Field.SHIP_COMPLETE).orElse(before.shipComplete()), center,
                change.text(Field.ASSIGNED_USER).orElse(center.equals(before.center()) ? before.assignedUser() : ""), before.madeOf());
    }

    private String shipmentMethod(Particulars before, HeaderChange change) {
        var method = change.text(Field.SHIPMENT_METHOD).orElse(before.shipmentMethod());
        if (!method.isEmpty() && !method.equals(before.shipmentMethod()) && !defaults.shipmentMethodExists(method)) {
            notFound("shipmentMethodCode", method);
        }
        return method;
    }

    private String center(Particulars before, HeaderChange change) {
        var wanted = change.text(Field.CENTER).orElse(before.center());
        if (wanted.equals(before.center())) {
            return wanted;
        }
        if (user.limitedTo().filter(only -> !only.equals(wanted)).isPresent()) {
            issues.add(new DocumentIssue(0, "responsibility-centers.user-limited", Map.of("center", user.limitedTo().orElse(""))));
        } else if (!wanted.isEmpty() && defaults.center(wanted).isEmpty()) {
            notFound("responsibilityCenterCode", wanted);
        }
        return wanted;
    }

    private ShipTo shipTo(StoredDocument stored, HeaderChange change) {
        var code = change.text(Field.SHIP_TO);
        if (code.isEmpty()) {
            return stored.particulars().shipTo();
        }
        var address = defaults.shipToAddress(stored.document().header().partner().no().code(), code.get());
        if (address.isEmpty() && !code.get().isEmpty()) {
            notFound("shipToCode", code.get());
        }
        return new ShipTo(code.get(), address.orElse(""));
    }

    /** A new centre brings its location, unless one is typed. */
    private LocationCode location(StoredDocument stored, HeaderChange change) {
        var typed = change.text(Field.LOCATION);
        if (typed.isPresent()) {
            if (!defaults.locationExists(typed.get())) {
                notFound("locationCode", typed.get());
            }
            return new LocationCode(typed.get());
        }
        var newCenter = change.text(Field.CENTER).filter(center -> !center.equals(stored.particulars().center()));
        return newCenter.flatMap(defaults::center).map(found -> found.isBlank() ? user.location() : found).orElse(stored.location());
    }

    private void notFound(String field, String value) {
        issues.add(new DocumentIssue(0, "api.reference-not-found", Map.of("field", field, "value", value)));
    }
}
