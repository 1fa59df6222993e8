package org.stockbook.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.platform.exchange.SaveRecordSets;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;

/** Makes the demo company: master data and three months of business up to a date, the same for the same date. */
@Component
public class BicycleShop {
    private static final int WEEKS = 13;

    private final SaveRecordSets sets;
    private final TradedItems items;
    private final PostTrade post;
    private final ShopDocuments documents;
    private final RecordTypes types;
    private final TransactionTemplate transaction;

    BicycleShop(SaveRecordSets sets, TradedItems items, PostTrade post, ShopDocuments documents, RecordTypes types, PlatformTransactionManager transactions) {
        this.sets = sets;
        this.items = items;
        this.post = post;
        this.documents = documents;
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
     * Makes everything, or nothing: an interrupted start leaves empty books. The documents come behind it, since their numbers are taken at once.
     *
     * @param until the last day of business
     */
    public void make(LocalDate until) {
        transaction.executeWithoutResult(_ -> {
            sets.save("standard");
            sets.save("bicycle-shop");
            var traded = items.all();
            new ShopBusiness(until.minusWeeks(WEEKS), until).days().forEach(day -> postDay(day, traded));
        });
        transaction.executeWithoutResult(_ -> documents.make(until));
    }

    private void postDay(List<TradeLine> day, Map<ItemNo, TradedItem> traded) {
        post.post("DEFAULT", day, traded);
    }
}
