package org.stockbook.documents.papers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.documents.Particulars;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.posted.PostedDocument;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.platform.i18n.Formats;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.i18n.Texts;
import org.stockbook.web.Paper;
import org.stockbook.web.Paper.Column;
import org.stockbook.web.Paper.Fact;

/** Puts open and posted documents on paper, in the partner's language (spec: ui, section 7; sales, section 8; purchasing, section 4). */
@Component
public class PrintDocument {
    private final PaperParties parties;
    private final Texts texts;

    PrintDocument(PaperParties parties, Texts texts) {
        this.parties = parties;
        this.texts = texts;
    }

    /** A quote, an order or its confirmation, or what is not posted yet of the other kinds. */
    public Paper open(StoredDocument stored) {
        var document = stored.document();
        var amounts = DocumentAmounts.whole(document);
        var lines = document.lines().stream()
                .map(line -> line.subject().isText()
                        ? new Line(line, UnitQuantity.ZERO, Money.ZERO, Money.ZERO)
                        : new Line(line, line.quantity(), amounts.of(line.no()).net(), amounts.of(line.no()).vat()))
                .toList();
        var key = stored.key();
        return paper(new Contents("paper." + word(key.purpose()), document.header(), stored.particulars(), lines, true, ""));
    }

    /** A receipt, a shipment, an invoice or a credit memo. */
    public Paper posted(PostedDocument posted) {
        var lines = posted.lines().stream().map(line -> new Line(line.line(), line.quantity(), line.net(), line.vat())).toList();
        return paper(new Contents(
                "paper." + word(posted.type().name()), posted.header(), posted.particulars(), lines, isPriced(posted.type()), posted.from().no().code()));
    }

    private static boolean isPriced(DocumentType type) {
        return switch (type) {
            case PURCHASE_INVOICE, PURCHASE_CREDIT_MEMO, SALES_INVOICE, SALES_CREDIT_MEMO -> true;
            default -> false;
        };
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A line and what of it this paper is about. */
    private record Line(DocumentLine line, UnitQuantity quantity, Money net, Money vat) {}

    /**
     * What is to be put on paper.
     *
     * @param priced with prices and amounts; papers that go with goods have none
     * @param order number of the document it was posted from, empty for none
     */
    private record Contents(String key, DocumentHeader header, Particulars particulars, List<Line> lines, boolean priced, String order) {}

    private Paper paper(Contents contents) {
        var header = contents.header();
        var language = parties.languageOf(header.side(), header.partner().no());
        var company = parties.company();
        var currency = header.terms().currency().isBlank() ? company.currency() : header.terms().currency().code();
        var writer = new Writer(language, currency);
        var recipient = Stream.concat(Stream.of(contents.particulars().partnerName()), contents.particulars().address().lines())
                .filter(line -> !line.isBlank()).toList();
        var head = new Paper.Head(company.lines(), writer.text(contents.key(), Map.of("number", header.no().code())), recipient,
                deliverTo(contents, writer), writer.text("paper.page", Map.of("page", "{page}", "pages", "{pages}")));
        return new Paper(language, language == Language.CANADIAN_FRENCH ? Paper.Sheet.LETTER : Paper.Sheet.A4, head, facts(contents, writer),
                contents.priced() ? writer.priced(contents.lines()) : writer.goods(contents.lines()),
                contents.priced() ? writer.totals(contents.lines()) : List.of(), contents.priced() && header.side() == TradeSide.SALES ? company.foot() : List.of());
    }

    private static List<Fact> deliverTo(Contents contents, Writer writer) {
        var address = contents.particulars().shipTo().address();
        return address.isBlank() ? List.of() : List.of(new Fact(writer.text("paper.deliver-to"), address));
    }

    private static List<Fact> facts(Contents contents, Writer writer) {
        var header = contents.header();
        var particulars = contents.particulars();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(writer.text("paper.date"), writer.date(header.dates().document())));
        facts.add(new Fact(writer.text(header.side() == TradeSide.PURCHASE ? "paper.vendor-no" : "paper.customer-no"), header.partner().no().code()));
        if (!contents.order().isEmpty() && !contents.order().equals(header.no().code())) {
            facts.add(new Fact(writer.text("paper.order"), contents.order()));
        }
        if (!header.external().isEmpty()) {
            facts.add(new Fact(writer.text("paper.your-no"), header.external()));
        }
        if (!particulars.reference().isEmpty()) {
            facts.add(new Fact(writer.text("paper.reference"), particulars.reference()));
        }
        if (!particulars.shipmentMethod().isEmpty()) {
            facts.add(new Fact(writer.text("paper.shipment-method"), particulars.shipmentMethod()));
        }
        particulars.requested().ifPresent(date -> facts.add(new Fact(writer.text("paper.requested"), writer.date(date))));
        particulars.validUntil().ifPresent(date -> facts.add(new Fact(writer.text("paper.valid-until"), writer.date(date))));
        if (contents.priced() && header.kind().isPosted()) {
            facts.add(new Fact(writer.text("paper.due"), writer.date(header.dates().due())));
            particulars.payment().discountUntil().ifPresent(date -> facts.add(new Fact(writer.text("paper.discount"),
                    writer.text("paper.discount-until", Map.of("percent", particulars.payment().discountPercentage(), "date", writer.date(date))))));
        }
        return facts;
    }

    /** Words and figures in one language. */
    private final class Writer {
        private final Language language;
        private final Formats formats;
        private final String currency;

        Writer(Language language, String currency) {
            this.language = language;
            this.formats = texts.formats(language);
            this.currency = currency;
        }

        String text(String key) {
            return texts.text(language, key);
        }

        String text(String key, Map<String, ?> arguments) {
            return texts.text(language, key, arguments);
        }

        String date(LocalDate date) {
            return formats.dateInText(date);
        }

        Paper.Table priced(List<Line> lines) {
            var discounted = lines.stream().anyMatch(line -> line.line().price().lineDiscount().value().signum() != 0);
            var columns = new ArrayList<>(List.of(new Column(text("paper.item"), false), new Column(text("paper.description"), false),
                    new Column(text("paper.quantity"), true), new Column(text("paper.unit"), false), new Column(text("paper.price"), true)));
            if (discounted) {
                columns.add(new Column(text("paper.line-discount"), true));
            }
            columns.add(new Column(text("paper.vat-percent"), true));
            columns.add(new Column(text("paper.amount", Map.of("currency", currency)), true));
            return new Paper.Table(columns, lines.stream().map(line -> priced(line, discounted)).toList());
        }

        private List<String> priced(Line line, boolean discounted) {
            var cells = new ArrayList<>(goods(line));
            if (line.line().subject().isText()) {
                cells.addAll(discounted ? List.of("", "", "", "") : List.of("", "", ""));
                return cells;
            }
            cells.add(formats.unitAmount(line.line().price().unit().value()));
            if (discounted) {
                var discount = line.line().price().lineDiscount().value();
                cells.add(discount.signum() == 0 ? "" : formats.quantity(discount) + " %");
            }
            cells.add(formats.quantity(line.line().vat().rate().value()) + " %");
            cells.add(formats.amount(line.net().value()));
            return cells;
        }

        Paper.Table goods(List<Line> lines) {
            var columns = List.of(new Column(text("paper.item"), false), new Column(text("paper.description"), false),
                    new Column(text("paper.quantity"), true), new Column(text("paper.unit"), false));
            return new Paper.Table(columns, lines.stream().filter(line -> line.line().subject().isText() || !line.quantity().isZero()).map(this::goods).toList());
        }

        private List<String> goods(Line line) {
            var document = line.line();
            return document.subject().isText()
                    ? List.of("", document.description(), "", "")
                    : List.of(number(document.subject()), document.description(), formats.quantity(line.quantity().value()), document.unit().code().code());
        }

        private static String number(LineSubject subject) {
            return switch (subject) {
                case LineSubject.OfItem item -> item.item().code();
                case LineSubject.OfResource resource -> resource.resource().code();
                case LineSubject.OfCharge _, LineSubject.OfAccount _, LineSubject.OfText _ -> "";
            };
        }

        List<Fact> totals(List<Line> lines) {
            var net = sum(lines.stream().map(Line::net));
            var vat = new LinkedHashMap<BigDecimal, Money>();
            lines.stream().filter(line -> !line.line().subject().isText())
                    .forEach(line -> vat.merge(line.line().vat().rate().value().stripTrailingZeros(), line.vat(), Money::plus));
            var totals = new ArrayList<>(List.of(new Fact(text("paper.net"), formats.amount(net.value()))));
            vat.forEach((rate, amount) -> totals.add(new Fact(text("paper.vat", Map.of("percent", rate)), formats.amount(amount.value()))));
            totals.add(new Fact(text("paper.total", Map.of("currency", currency)), formats.amount(net.plus(sum(lines.stream().map(Line::vat))).value())));
            return totals;
        }

        private static Money sum(Stream<Money> amounts) {
            return amounts.reduce(Money.ZERO, Money::plus);
        }
    }
}
