package org.stockbook.generaljournal.store;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.generaljournal.PartnerEntries;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.generaljournal.JournalAccount;
import org.stockbook.kernel.generaljournal.JournalValue;
import org.stockbook.kernel.generaljournal.OpenEntry;
import org.stockbook.kernel.generaljournal.PartnerEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** Settlements are details that sum to zero under a transaction of their own. */
@Repository
class PartnerEntriesInPostgres implements PartnerEntries {
    private static final String HOLD = "SELECT entry_no FROM %1$s_ledger_entry WHERE entry_no = ANY (?::bigint[]) ORDER BY entry_no FOR UPDATE";
    private static final String OPEN = """
            SELECT e.entry_no, p.no, g.code, e.posting_date, c.code, sum(d.amount), sum(d.currency_amount)
            FROM %1$s_ledger_entry e
            JOIN %1$s p ON p.id = e.%1$s_id
            JOIN %1$s_posting_group g ON g.id = e.%1$s_posting_group_id
            JOIN currency c ON c.id = e.currency_id
            JOIN %1$s_ledger_entry_detail d ON d.%1$s_ledger_entry_no = e.entry_no
            WHERE e.is_open AND e.entry_no = ANY (?::bigint[])
            GROUP BY e.entry_no, p.no, g.code, c.code""";
    private static final String DETAIL = """
            INSERT INTO %1$s_ledger_entry_detail (%1$s_ledger_entry_no, detail_type, transaction_no, posting_date, amount, currency_amount)
            VALUES (?, 'APPLICATION', ?, ?::date, ?::numeric, ?::numeric)""";
    private static final String CLOSE = "UPDATE %1$s_ledger_entry SET is_open = false WHERE entry_no = ?";
    /** The settlements of an entry and of all entries that these touched, in the order in which they were written. */
    private static final String SETTLEMENTS = """
            SELECT d.%1$s_ledger_entry_no, d.transaction_no, d.detail_type = 'UNAPPLICATION'
            FROM %1$s_ledger_entry_detail d
            WHERE d.detail_type <> 'INITIAL' AND d.%1$s_ledger_entry_no IN (
                SELECT touched.%1$s_ledger_entry_no FROM %1$s_ledger_entry_detail mine
                JOIN %1$s_ledger_entry_detail touched ON touched.transaction_no = mine.transaction_no
                WHERE mine.%1$s_ledger_entry_no = ? AND mine.detail_type <> 'INITIAL' AND touched.detail_type <> 'INITIAL')
            ORDER BY d.id""";
    /** Nothing but a settlement: no discount, no difference of rates. */
    private static final String AMOUNT = """
            SELECT coalesce(sum(greatest(amount, 0)), 0), coalesce(bool_and(detail_type = 'APPLICATION') AND sum(amount) = 0, false)
            FROM %1$s_ledger_entry_detail WHERE transaction_no = ? AND detail_type <> 'INITIAL'""";
    private static final String TAKE_BACK = """
            WITH settled AS (SELECT * FROM %1$s_ledger_entry_detail WHERE transaction_no = ? AND detail_type <> 'INITIAL'),
            back AS (
                INSERT INTO %1$s_ledger_entry_detail (%1$s_ledger_entry_no, detail_type, transaction_no, posting_date, amount, currency_amount)
                SELECT %1$s_ledger_entry_no, 'UNAPPLICATION', ?, posting_date, -amount, -currency_amount FROM settled)
            UPDATE %1$s_ledger_entry SET is_open = true WHERE entry_no IN (SELECT %1$s_ledger_entry_no FROM settled)""";

    private final DSLContext dsl;

    PartnerEntriesInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    private static String table(TradeSide side) {
        return JournalLedgersInPostgres.table(side);
    }

    @Override
    public List<OpenEntry> lock(TradeSide side, List<PartnerEntryNo> entries) {
        var numbers = ArrayText.ofNumbers(entries.stream().map(PartnerEntryNo::value).toList());
        var found = new ArrayList<OpenEntry>();
        new RoundTrip()
                .update(HOLD.formatted(table(side)), numbers)
                .query(OPEN.formatted(table(side)), row -> found.add(new OpenEntry(
                        new PartnerEntryNo(row.getLong(1)), new JournalAccount.Partner(side, new PartnerNo(row.getString(2))), new PartnerGroup(row.getString(3)),
                        row.getObject(4, LocalDate.class),
                        new JournalValue(new CurrencyCode(row.getString(5)), Money.of(row.getBigDecimal(7)), Amount.of(row.getBigDecimal(6))), Optional.empty())), numbers)
                .run(dsl);
        return found;
    }

    @Override
    public void settle(TradeSide side, Application application) {
        var transaction = nextTransaction();
        var one = application.settling();
        var other = application.settled();
        var date = one.postingDate().isAfter(other.postingDate()) ? one.postingDate() : other.postingDate();
        var trip = new RoundTrip();
        for (var entry : List.of(one, other)) {
            var down = !entry.remaining().money().isNegative();
            var local = down ? application.local().negated() : application.local();
            var money = down ? application.money().negated() : application.money();
            trip.update(DETAIL.formatted(table(side)), entry.no().value(), transaction, date, local.value(), money.value());
            if (entry.remaining().money().plus(money).isZero()) {
                trip.update(CLOSE.formatted(table(side)), entry.no().value());
            }
        }
        trip.run(dsl);
    }

    private long nextTransaction() {
        return dsl.fetchSingle("SELECT nextval('gl_transaction_no')").get(0, Long.class);
    }

    @Override
    public Optional<Amount> takeBack(TradeSide side, PartnerEntryNo entry) {
        lock(side, List.of(entry));
        var standing = standing(side, entry);
        var mine = standing.getOrDefault(entry.value(), new ArrayDeque<>());
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        long latest = mine.getFirst();
        if (standing.values().stream().anyMatch(others -> others.contains(latest) && others.getFirst() != latest)) {
            return Optional.empty();
        }
        var found = new ArrayList<Amount>();
        new RoundTrip()
                .query(AMOUNT.formatted(table(side)), row -> {
                    if (row.getBoolean(2)) {
                        found.add(Amount.of(row.getBigDecimal(1)));
                    }
                }, latest)
                .run(dsl);
        if (!found.isEmpty()) {
            new RoundTrip().update(TAKE_BACK.formatted(table(side)), latest, nextTransaction()).run(dsl);
        }
        return found.stream().findFirst();
    }

    /** The settlements of each entry that were not taken back, the latest first: taking back always takes the latest. */
    private Map<Long, ArrayDeque<Long>> standing(TradeSide side, PartnerEntryNo entry) {
        var standing = new HashMap<Long, ArrayDeque<Long>>();
        new RoundTrip()
                .query(SETTLEMENTS.formatted(table(side)), row -> {
                    var ofEntry = standing.computeIfAbsent(row.getLong(1), _ -> new ArrayDeque<>());
                    var transaction = row.getLong(2);
                    if (row.getBoolean(3)) {
                        ofEntry.poll();
                    } else if (!ofEntry.contains(transaction)) {
                        ofEntry.push(transaction);
                    }
                }, entry.value())
                .run(dsl);
        return standing;
    }
}
