package org.stockbook.generaljournal.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.finance.GeneralLedger;
import org.stockbook.finance.GeneralLedgerLine;
import org.stockbook.finance.GeneralLedgerPosting;
import org.stockbook.finance.LedgerTerms;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.generaljournal.JournalLedgers;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.VatBusinessGroup;
import org.stockbook.kernel.code.VatProductGroup;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.generaljournal.GeneralJournalLine;
import org.stockbook.kernel.generaljournal.JournalAccount;
import org.stockbook.kernel.generaljournal.JournalTransaction;
import org.stockbook.kernel.generaljournal.JournalTransaction.LedgerLine;
import org.stockbook.kernel.generaljournal.JournalTransaction.PartnerLine;
import org.stockbook.kernel.generaljournal.JournalTransaction.VatLine;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.origin.OrderLine;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.origin.PartnerType;
import org.stockbook.platform.database.RoundTrip;

/** One statement for the general ledger, one round trip for the rest. */
@Repository
class JournalLedgersInPostgres implements JournalLedgers {
    private static final String NUMBERS = "SELECT nextval(pg_get_serial_sequence('%s_ledger_entry', 'entry_no')) FROM generate_series(1, ?)";

    private static final String VAT_ENTRY = """
            INSERT INTO vat_entry (entry_no, transaction_no, gl_register_no, general_posting_type, posting_date, vat_date, document_date,
                document_type, document_no, external_document_no, base_amount, vat_amount, vat_percentage, vat_business_group_id, vat_product_group_id)
            SELECT nextval('vat_entry_no'), (SELECT transaction_no FROM gl_entry WHERE entry_no = ?), ?, ?::general_posting_type,
                ?::date, ?::date, ?::date, ?::document_type, ?, ?, ?::numeric, ?::numeric, ?::numeric,
                (SELECT id FROM vat_business_group WHERE code = ?), (SELECT id FROM vat_product_group WHERE code = ?)""";

    private static final String PARTNER_ENTRY = """
            INSERT INTO %1$s_ledger_entry (entry_no, transaction_no, gl_register_no, %1$s_id, %1$s_posting_group_id, posting_date, document_date,
                due_date, document_type, document_no, external_document_no, description, amount, currency_id, currency_amount,
                dimension_set_id, source_code, is_open)
            SELECT ?, (SELECT transaction_no FROM gl_entry WHERE entry_no = ?), ?, (SELECT id FROM %1$s WHERE no = ?),
                (SELECT id FROM %1$s_posting_group WHERE code = ?), ?::date, ?::date, ?::date, ?::document_type, ?, ?, ?, ?::numeric,
                (SELECT id FROM currency WHERE code = ?), ?::numeric, ?, ?, ?""";

    private static final String DETAIL = """
            INSERT INTO %1$s_ledger_entry_detail (%1$s_ledger_entry_no, detail_type, transaction_no, posting_date, amount, currency_amount)
            SELECT ?, ?::partner_entry_detail_type, (SELECT transaction_no FROM gl_entry WHERE entry_no = ?), ?::date, ?::numeric, ?::numeric""";

    private static final String CLOSE = "UPDATE %1$s_ledger_entry SET is_open = false WHERE entry_no = ?";

    private final DSLContext dsl;
    private final GeneralLedger generalLedger;

    JournalLedgersInPostgres(DSLContext dsl, GeneralLedger generalLedger) {
        this.dsl = dsl;
        this.generalLedger = generalLedger;
    }

    @Override
    public Written append(List<JournalTransaction> documents, RegisterStamp stamp) {
        var transactions = documents.stream()
                .map(document -> document.ledger().stream().filter(line -> !line.value().local().isZero()).map(line -> line(document, line, stamp)).toList())
                .toList();
        var written = generalLedger.append(new GeneralLedgerPosting(stamp, 0, transactions));
        var numbers = numbers(documents);
        var trip = new RoundTrip();
        var first = 0;
        for (var i = 0; i < documents.size(); i++) {
            var document = documents.get(i);
            var place = new Place(document, written.register(), written.entries().get(first), stamp);
            document.vat().forEach(line -> addVat(trip, place, line));
            document.partners().forEach(line -> addPartner(trip, place, line, Optional.ofNullable(numbers.get(line.partner().side())).orElseThrow().next()));
            first += transactions.get(i).size();
        }
        if (!trip.isEmpty()) {
            trip.run(dsl);
        }
        return new Written(written.register(), written.entries().size(), count(documents.stream().map(document -> document.vat().size()).toList()),
                count(documents.stream().map(document -> document.partners().size()).toList()));
    }

    private static int count(List<Integer> sizes) {
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }

    /** Where rows belong: their register, and an entry of their transaction. */
    private record Place(JournalTransaction document, long register, long ledgerEntry, RegisterStamp stamp) {}

    private Map<TradeSide, Iterator<Long>> numbers(List<JournalTransaction> documents) {
        var numbers = new EnumMap<TradeSide, Iterator<Long>>(TradeSide.class);
        var trip = new RoundTrip();
        for (var side : TradeSide.values()) {
            var drawn = new ArrayList<Long>();
            var count = documents.stream().flatMap(document -> document.partners().stream()).filter(line -> line.partner().side() == side).count();
            trip.query(NUMBERS.formatted(table(side)), row -> drawn.add(row.getLong(1)), count);
            trip.run(dsl);
            numbers.put(side, drawn.iterator());
            trip = new RoundTrip();
        }
        return numbers;
    }

    private static GeneralLedgerLine line(JournalTransaction document, LedgerLine line, RegisterStamp stamp) {
        var from = line.from();
        var trade = from.terms().vat().filter(_ -> !line.vatAmount().isZero())
                .map(vat -> new LedgerTerms.Trade(type(vat.side()), vat.business(), vat.product(), line.vatAmount()))
                .orElse(new LedgerTerms.Trade(LedgerTerms.Type.NONE, VatBusinessGroup.BLANK, VatProductGroup.BLANK, line.vatAmount()));
        var terms = new LedgerTerms(!line.typed(), document.document().closing(), from.terms().correction(), trade, line.value().currency(), line.value().money());
        return new GeneralLedgerLine(
                line.account(), document.document().postingDate(), line.value().local(), PostingGroups.BLANK, origin(document, from, line.partner(), stamp), terms);
    }

    private static Origin origin(JournalTransaction document, GeneralJournalLine from, Optional<JournalAccount.Partner> partner, RegisterStamp stamp) {
        var paper = document.document();
        var side = partner.map(JournalAccount.Partner::side).orElse(TradeSide.PURCHASE);
        return new Origin(
                PaperTypes.type(paper.kind(), partner.map(JournalAccount.Partner::side)), paper.no(), 0, from.document().external(), from.document().documentDate(),
                partner.isEmpty() ? PartnerType.NONE : partnerType(side), partner.map(JournalAccount.Partner::partner).orElse(PartnerNo.BLANK), OrderLine.NONE,
                from.terms().dimensions(), from.terms().description(), stamp.source(), from.terms().reason(), stamp.batch());
    }

    private static LedgerTerms.Type type(TradeSide side) {
        return switch (side) {
            case PURCHASE -> LedgerTerms.Type.PURCHASE;
            case SALES -> LedgerTerms.Type.SALE;
        };
    }

    private static PartnerType partnerType(TradeSide side) {
        return switch (side) {
            case PURCHASE -> PartnerType.VENDOR;
            case SALES -> PartnerType.CUSTOMER;
        };
    }

    private static void addVat(RoundTrip trip, Place place, VatLine line) {
        var paper = line.from().document();
        trip.update(
                VAT_ENTRY, place.ledgerEntry(), place.register(), type(line.combination().side()).name(),
                paper.postingDate(), paper.postingDate(), paper.documentDate(), PaperTypes.type(paper.kind(), Optional.of(line.combination().side())).name(),
                paper.no().code(), paper.external(), line.base().value(), line.amount().value(), line.rate().value(),
                line.combination().business().code(), line.combination().product().code());
    }

    private static void addPartner(RoundTrip trip, Place place, PartnerLine line, long entry) {
        var table = table(line.partner().side());
        var paper = line.from().document();
        var date = place.document().document().postingDate();
        trip.update(
                PARTNER_ENTRY.formatted(table), entry, place.ledgerEntry(), place.register(), line.partner().partner().code(), line.group().code(),
                date, paper.documentDate(), paper.due(), PaperTypes.type(paper.kind(), Optional.of(line.partner().side())).name(), paper.no().code(), paper.external(),
                line.from().terms().description(), line.value().local().value(), line.value().currency().code(), line.value().money().value(),
                line.from().terms().dimensions().value(), place.stamp().source().code(), !line.isSettled());
        trip.update(DETAIL.formatted(table), entry, "INITIAL", place.ledgerEntry(), date, line.value().local().value(), line.value().money().value());
        for (var detail : line.details()) {
            long concerned = detail.entry().map(no -> no.value()).orElse(entry);
            trip.update(DETAIL.formatted(table), concerned, detail.type().name(), place.ledgerEntry(), date, detail.value().local().value(), detail.value().money().value());
            if (detail.closes()) {
                trip.update(CLOSE.formatted(table), concerned);
            }
        }
    }

    static String table(TradeSide side) {
        return switch (side) {
            case PURCHASE -> "vendor";
            case SALES -> "customer";
        };
    }
}
