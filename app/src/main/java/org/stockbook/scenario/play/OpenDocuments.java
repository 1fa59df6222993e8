package org.stockbook.scenario.play;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.DocumentPartner;
import org.stockbook.kernel.documents.DocumentTerms;
import org.stockbook.kernel.documents.LineProgress;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.measure.ExchangeRate;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.scenario.company.Outcome;
import org.stockbook.scenario.operation.DocumentLine;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.operation.Operation.Side;
import org.stockbook.scenario.operation.Operation;

/** Purchase and sales documents that are not wholly posted: made, changed and removed (spec: purchasing, section 2). */
final class OpenDocuments {
    private static final int CUSTOMERS = 18;
    private static final int VENDORS = 23;

    private final PlayedCompany company;
    private final TradeLines lines;
    private final Map<String, OpenDocument> documents = new HashMap<>();

    OpenDocuments(PlayedCompany company, TradeLines lines) {
        this.company = company;
        this.lines = lines;
    }

    OpenDocument open(String name) {
        return PlayedCompany.named(documents, name);
    }

    Optional<OpenDocument> find(String name) {
        return Optional.ofNullable(documents.get(name));
    }

    Outcome create(Operation.CreateDocument step) {
        var side = side(step.side());
        var partner = partner(side, step.partner());
        var header = new DocumentHeader(
                side,
                switch (step.type()) {
                    case ORDER -> DocumentKind.ORDER;
                    case INVOICE -> DocumentKind.INVOICE;
                    case RETURN_ORDER -> DocumentKind.RETURN_ORDER;
                    case CREDIT_MEMO -> DocumentKind.CREDIT_MEMO;
                },
                new DocumentNo(step.doc()),
                documentPartner(partner),
                DocumentDates.on(step.postingDate()),
                new DocumentTerms(new CurrencyCode(step.currency()), ExchangeRate.LOCAL, step.pricesIncludingVat()),
                "",
                DimensionSetId.EMPTY,
                ReasonCode.BLANK);
        var open = new OpenDocument(
                new Document(header.withTerms(header.terms().withRate(rate(header, step.postingDate()))), List.of()),
                step.location().orElse(partner.location()),
                dimensions(side, step.partner(), step.dimensions()));
        step.lines().forEach(line -> change(open, line));
        documents.put(step.doc(), open);
        return Outcome.DONE;
    }

    private static TradeSide side(Side side) {
        return switch (side) {
            case PURCHASE -> TradeSide.PURCHASE;
            case SALES -> TradeSide.SALES;
        };
    }

    private Fixture.Partner partner(TradeSide side, String no) {
        return side == TradeSide.PURCHASE ? company.cards().vendor(no) : company.cards().customer(no);
    }

    private static DocumentPartner documentPartner(Fixture.Partner partner) {
        var no = new PartnerNo(partner.no());
        var domestic = partner.genBusPostingGroup().equals("DOMESTIC");
        return new DocumentPartner(
                no,
                no,
                new BusinessGroup(partner.genBusPostingGroup()),
                InvoiceSetup.vatBusiness(partner.genBusPostingGroup()),
                domestic ? InvoiceSetup.DOMESTIC_PARTNERS : InvoiceSetup.FOREIGN_PARTNERS);
    }

    /** What the step says goes before the defaults of the partner. */
    private Map<String, String> dimensions(TradeSide side, String partner, Map<String, String> said) {
        var dimensions = new TreeMap<>(company.cards().dimensions(side == TradeSide.PURCHASE ? VENDORS : CUSTOMERS, partner));
        dimensions.putAll(said);
        return dimensions;
    }

    /** The rate of a document's currency on a date. */
    ExchangeRate rate(DocumentHeader header, LocalDate date) {
        var currency = header.terms().currency().code();
        return currency.isEmpty()
                ? ExchangeRate.LOCAL
                : new ExchangeRate(company.cards().unitsPerLocal(currency, date), BigDecimal.ONE);
    }

    /** Changes a line or adds a new one; what was posted of it stays. */
    private void change(OpenDocument open, DocumentLine change) {
        var no = new LineNo(change.line());
        var before = open.document().lines().stream().filter(line -> line.no().equals(no)).findFirst();
        var written = open.write(before.isPresent() ? change : change.withLocation(change.location().orElse(open.location())));
        var quantity = UnitQuantity.of(written.quantity().orElse(BigDecimal.ZERO));
        var progress = before.map(org.stockbook.kernel.documents.DocumentLine::progress).orElseGet(() -> LineProgress.fresh(quantity));
        var dimensions = lineDimensions(open.dimensions(), written);
        var line = lines.line(
                written, new TradeLines.Surroundings(open.document().header(), open.location(), dimensions), progress);
        var all = new TreeMap<LineNo, org.stockbook.kernel.documents.DocumentLine>();
        open.document().lines().forEach(one -> all.put(one.no(), one));
        all.put(no, before.isPresent() ? keepCosts(before.get(), line, change) : line);
        open.become(open.document().withLines(List.copyOf(all.values())));
    }

    /** Defaults of the partner, then of the item, then what the document and the line say. */
    private DimensionSetId lineDimensions(Map<String, String> document, DocumentLine line) {
        var defaults = new TreeMap<>(document);
        line.no().flatMap(company.cards()::find).ifPresent(item -> item.dimensions().forEach(defaults::putIfAbsent));
        return company.books().dimensions(Journals.merged(defaults, line.dimensions()));
    }

    /** The unit cost assumed on a line stays unless its item changes. */
    private static org.stockbook.kernel.documents.DocumentLine keepCosts(
            org.stockbook.kernel.documents.DocumentLine before,
            org.stockbook.kernel.documents.DocumentLine line,
            DocumentLine change) {
        return change.no().isPresent() || change.unitCostLcy().isPresent() || change.indirectCostPct().isPresent()
                ? line
                : TradeLines.withCosts(line, before.costs());
    }

    /** Header fields first: a change of partner or currency makes every line anew (spec: purchasing, section 2.2). */
    Outcome update(Operation.UpdateDocument step) {
        var open = open(step.doc());
        var refusal = refusal(open.document(), step);
        if (refusal.isPresent()) {
            return Outcome.Refused.of(refusal.get());
        }
        changeHeader(open, step);
        step.removeLines().forEach(open::remove);
        step.lines().forEach(line -> change(open, line));
        return Outcome.DONE;
    }

    private static boolean recreates(DocumentHeader header, Operation.UpdateDocument step) {
        return step.currency().filter(code -> !code.equals(header.terms().currency().code())).isPresent()
                || step.partner().filter(no -> !no.equals(header.partner().no().code())).isPresent();
    }

    private static Optional<String> refusal(Document document, Operation.UpdateDocument step) {
        var handled = document.lines().stream().anyMatch(line -> !line.progress().handled().isZero());
        var invoiced = document.lines().stream().anyMatch(line -> !line.progress().invoiced().isZero());
        var converts = step.pricesIncludingVat()
                .filter(included -> included != document.header().terms().pricesIncludeVat())
                .isPresent();
        var removesHandled = document.lines().stream()
                .filter(line -> step.removeLines().contains(line.no().value()))
                .anyMatch(line -> !line.progress().handled().equals(line.progress().invoiced()));
        return (recreates(document.header(), step) && handled) || (converts && invoiced)
                ? Optional.of("purchasing.recreate-refused " + step.doc())
                : removesHandled ? Optional.of("common.below-handled " + step.doc()) : Optional.empty();
    }

    private void changeHeader(OpenDocument open, Operation.UpdateDocument step) {
        var header = open.document().header();
        var recreate = recreates(header, step);
        var partner = step.partner().map(no -> partner(header.side(), no));
        var date = step.postingDate().orElse(header.dates().posting());
        var converts = step.pricesIncludingVat().filter(included -> included != header.terms().pricesIncludeVat()).isPresent();
        var terms = new DocumentTerms(
                step.currency().map(CurrencyCode::new).orElse(header.terms().currency()),
                ExchangeRate.LOCAL,
                step.pricesIncludingVat().orElse(header.terms().pricesIncludeVat()));
        var changed = new DocumentHeader(
                header.side(), header.kind(), header.no(), partner.map(OpenDocuments::documentPartner).orElse(header.partner()),
                step.postingDate().map(DocumentDates::on).orElse(header.dates()), terms, header.external(), header.dimensions(),
                header.reason());
        open.become(open.document().withHeader(changed.withTerms(terms.withRate(rate(changed, date)))));
        step.location().or(() -> partner.map(Fixture.Partner::location)).ifPresent(open::moveTo);
        if (!step.dimensions().isEmpty() || partner.isPresent()) {
            open.become(dimensions(header.side(), changed.partner().no().code(), Journals.merged(open.dimensions(), step.dimensions())));
        }
        if (converts) {
            open.repriceLines(line -> withVat(line, changed, open));
        }
        if (recreate) {
            open.repriceLines(OpenDocument::withoutPrices);
            open.forgetCharges();
        }
        if (recreate || converts || !step.dimensions().isEmpty()) {
            open.written().forEach(line -> change(open, line));
        }
    }

    /** A price that now includes VAT, or does so no longer. */
    private static DocumentLine withVat(DocumentLine line, DocumentHeader header, OpenDocument open) {
        var rate = open.document().line(new LineNo(line.line())).vat().rate();
        return line.price()
                .map(price -> header.terms().pricesIncludeVat()
                        ? price.multiply(rate.growth())
                        : price.divide(rate.growth(), MathContext.DECIMAL128))
                .map(price -> OpenDocument.withPrice(line, price))
                .orElse(line);
    }

    /** Goes by another number from now on. */
    void rename(ItemNo item, ItemNo newNo) {
        documents.values().forEach(open -> open.rename(item, newNo));
    }

    /** What was handled must be invoiced before the document may go (spec: purchasing, section 2.3). */
    Outcome delete(Operation.DeleteDocument step) {
        var unsettled = open(step.doc()).document().lines().stream()
                .anyMatch(line -> !line.progress().handled().equals(line.progress().invoiced()));
        if (unsettled) {
            return Outcome.Refused.of("common.below-handled " + step.doc());
        }
        documents.remove(step.doc());
        return Outcome.DONE;
    }
}
