package org.stockbook.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.documents.TradingCompany.document;
import static org.stockbook.documents.TradingCompany.item;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.database.Statements;

/** How often the posting of a document waits for the database: as often for many lines as for one. */
@SpringBootTest(properties = "stockbook.books-of-test=RoundTripsOfPostingTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class RoundTripsOfPostingTest {
    /** Besides the beginning, which goes with the first, and the end. */
    private static final int ROUND_TRIPS = 10;

    @Autowired
    private PostDocument postDocument;

    @Autowired
    private Documents documents;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void a_company() {
        TradingCompany.create(dsl);
    }

    @Test
    void an_order_is_posted_in_as_many_round_trips_however_many_lines_it_has() {
        post(keep(TradeSide.PURCHASE, "P1", item("BIKE", "100", "12")));
        post(keep(TradeSide.SALES, "S1", item("BIKE", "1", "20")));

        var one = keep(TradeSide.SALES, "S2", item("BIKE", "1", "20"));
        var many = keep(TradeSide.SALES, "S3", item("BIKE", "1", "20"), item("BIKE", "2", "20"), item("BIKE", "3", "20"));

        assertThat(Statements.executed(dsl, () -> post(one))).isLessThanOrEqualTo(ROUND_TRIPS);
        assertThat(Statements.executed(dsl, () -> post(many))).isLessThanOrEqualTo(ROUND_TRIPS);
    }

    private DocumentKey keep(TradeSide side, String no, DocumentLine... lines) {
        return new TransactionTemplate(transactions).execute(_ -> documents.create(document(side, DocumentKind.ORDER, no, lines), "system").key());
    }

    private void post(DocumentKey key) {
        assertThat(postDocument.post(new PostDocument.Request(key, PostingChoice.BOTH, 0, "system"))).isInstanceOf(PostDocumentOutcome.Posted.class);
    }
}
