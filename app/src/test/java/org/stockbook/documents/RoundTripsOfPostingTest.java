package org.stockbook.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.documents.TradingCompany.document;
import static org.stockbook.documents.TradingCompany.item;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.ConnectionProvider;
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

        assertThat(roundTrips(() -> post(one))).isLessThanOrEqualTo(ROUND_TRIPS);
        assertThat(roundTrips(() -> post(many))).isLessThanOrEqualTo(ROUND_TRIPS);
    }

    private DocumentKey keep(TradeSide side, String no, DocumentLine... lines) {
        return new TransactionTemplate(transactions).execute(_ -> documents.create(document(side, DocumentKind.ORDER, no, lines), "system").key());
    }

    private void post(DocumentKey key) {
        assertThat(postDocument.post(new PostDocument.Request(key, PostingChoice.BOTH, 0, "system"))).isInstanceOf(PostDocumentOutcome.Posted.class);
    }

    private int roundTrips(Runnable work) {
        var count = new AtomicInteger();
        var configuration = dsl.configuration();
        var provider = configuration.connectionProvider();
        configuration.set(new Counting(provider, count));
        try {
            work.run();
        } finally {
            configuration.set(provider);
        }
        return count.get();
    }

    /** Counts what statements are executed. */
    private record Counting(ConnectionProvider provider, AtomicInteger count) implements ConnectionProvider {
        @Override
        public Connection acquire() {
            return watched(Connection.class, provider.acquire());
        }

        @Override
        public void release(Connection connection) {
            provider.release(((Watched) Proxy.getInvocationHandler(connection)).connection());
        }

        private <T> T watched(Class<T> type, Object watched) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Watched(this, watched)));
        }
    }

    private record Watched(Counting counting, Object watched) implements java.lang.reflect.InvocationHandler {
        Connection connection() {
            return (Connection) watched;
        }

        @Override
        public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
            if (method.getName().startsWith("execute")) {
                counting.count.incrementAndGet();
            }
            try {
                var result = method.invoke(watched, arguments);
                return result instanceof PreparedStatement ? counting.watched(PreparedStatement.class, result) : result;
            } catch (InvocationTargetException refused) {
                throw refused.getCause();
            }
        }
    }
}
