package org.stockbook.demo;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.finance.FiscalYears;
import org.stockbook.platform.exchange.SaveRecordSets;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;

/** Makes the demo company: master data and three months of business up to a date, the same for the same date. */
@Component
public class BicycleShop {
    private static final int WEEKS = 13;
    private static final int MONTHS = 12;

    private final SaveRecordSets sets;
    private final FiscalYears years;
    private final ShopHistory history;
    private final ShopDocuments documents;
    private final ShopTransfers transfers;
    private final RecordTypes types;
    private final TransactionTemplate transaction;

    BicycleShop(
            SaveRecordSets sets,
            FiscalYears years,
            ShopHistory history,
            ShopDocuments documents,
            ShopTransfers transfers,
            RecordTypes types,
            PlatformTransactionManager transactions) {
        this.sets = sets;
        this.years = years;
        this.history = history;
        this.documents = documents;
        this.transfers = transfers;
        this.types = types;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether the books hold nothing yet. */
    public boolean booksAreEmpty() {
        return types.rows(types.of("items")).read(RowRequest.of(Criterion.EVERYTHING).page(0, 1)).rows().isEmpty();
    }

    /** Whether the books are those of a bicycle shop made here. */
    public boolean booksAreOurs() {
        return types.rows(types.of("companyInformation")).read(RowRequest.of(Criterion.EVERYTHING)).rows().stream()
                .anyMatch(company -> company.text("displayName").equals("Bell & Spoke Bicycles"));
    }

    /**
     * Makes master data, and behind them all business or none of it: numbers of documents are taken from series that others see already.
     *
     * @param until the last day of business
     */
    public void make(LocalDate until) {
        transaction.executeWithoutResult(_ -> {
            sets.save("standard");
            sets.save("bicycle-shop");
            // The year after is there too, so that work can go on into it.
            IntStream.rangeClosed(until.minusWeeks(WEEKS).getYear(), until.getYear() + 1).forEach(year -> years.create(LocalDate.of(year, 1, 1), MONTHS, 1));
        });
        transaction.executeWithoutResult(_ -> {
            history.tell(until.minusWeeks(WEEKS), until);
            documents.make(until);
            transfers.make(until);
        });
    }
}
