package org.stockbook.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stockbook.documents.TradingCompany.charge;
import static org.stockbook.documents.TradingCompany.document;
import static org.stockbook.documents.TradingCompany.item;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.documents.PostDocument.Request;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.corrections.UndoPosted;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** Documents and their ledgers on a real database (spec: purchasing, sections 4 and 11; sales, section 8). */
@SpringBootTest(properties = "stockbook.books-of-test=PostDocumentTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class PostDocumentTest {
    private static final LineNo FIRST = new LineNo(10000);
    private static final LineNo SECOND = new LineNo(20000);

    @Autowired
    private PostDocument postDocument;

    @Autowired
    private UndoPosted undoPosted;

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

    /** 11.1 */
    @Test
    void an_order_is_received_and_invoiced_in_parts_and_leaves_when_it_is_done() {
        var order = keep(document(TradeSide.PURCHASE, DocumentKind.ORDER, "O1", item("BIKE", "10", "12")));
        choose(order, "4", "4");

        var received = posted(post(order, PostingChoice.HANDLE));
        assertThat(received.documents()).containsExactly(name(DocumentType.PURCHASE_RECEIPT, "PR-0001"));
        assertThat(balance("INTERIM")).isEqualTo("48.00");

        choose(order, "0", "4");
        posted(post(order, PostingChoice.INVOICE));
        assertThat(balance("INVENTORY")).isEqualTo("48.00");
        assertThat(balance("INTERIM")).isEqualTo("0.00");
        assertThat(balance("PURCHASE")).isEqualTo("48.00");
        assertThat(balance("VATIN")).isEqualTo("12.00");
        assertThat(balance("PAYABLES")).isEqualTo("-60.00");
        assertThat(value("SELECT sum(amount) FROM vendor_ledger_entry_detail")).isEqualTo("-60.00");
        assertThat(value("SELECT base_amount || ' ' || vat_amount FROM vat_entry")).isEqualTo("48.00 12.00");

        choose(order, "6", "6");
        var done = posted(post(order, PostingChoice.BOTH));
        assertThat(done.document()).isEmpty();
        assertThat(balance("INVENTORY")).isEqualTo("120.00");
        assertThat(post(order, PostingChoice.BOTH)).isInstanceOf(PostDocumentOutcome.Gone.class);
        assertThat(documents.postedOf(order)).hasSize(4);
    }

    @Test
    void freight_reaches_what_is_already_sold() {
        posted(post(keep(document(TradeSide.PURCHASE, DocumentKind.ORDER, "O1", item("BIKE", "10", "8"))), PostingChoice.BOTH));
        posted(post(keep(document(TradeSide.SALES, DocumentKind.ORDER, "S1", item("BIKE", "6", "20"))), PostingChoice.BOTH));
        var receipt = new PostedLineKey(DocumentType.PURCHASE_RECEIPT, new DocumentNo("PR-0001"), FIRST);
        var freight = document(TradeSide.PURCHASE, DocumentKind.INVOICE, "F1", charge("1", "15"))
                .withCharges(List.of(ChargeAssignment.of(FIRST, new Target.PostedGoods(receipt), UnitQuantity.of(1))));

        posted(post(keep(freight), PostingChoice.BOTH));

        assertThat(balance("COGS")).isEqualTo("57.00");
        assertThat(balance("INVENTORY")).isEqualTo("38.00");
        assertThat(balance("SALES")).isEqualTo("-120.00");
        assertThat(balance("RECEIVABLES")).isEqualTo("150.00");
    }

    @Test
    void a_charge_of_the_same_document_lands_on_what_it_receives() {
        var order = document(TradeSide.PURCHASE, DocumentKind.ORDER, "O1", item("BELL", "4", "10"), charge("1", "6"))
                .withCharges(List.of(ChargeAssignment.of(SECOND, new Target.SameDocument(FIRST), UnitQuantity.of(1))));

        posted(post(keep(order), PostingChoice.BOTH));

        assertThat(balance("INVENTORY")).isEqualTo("46.00");
        assertThat(balance("PAYABLES")).isEqualTo("-57.50");
    }

    /** 11.12 */
    @Test
    void an_invoice_takes_over_receipts_of_another_order() {
        var order = keep(document(TradeSide.PURCHASE, DocumentKind.ORDER, "P1", item("BIKE", "5", "4")));
        posted(post(order, PostingChoice.HANDLE));
        var receipt = new PostedLineKey(DocumentType.PURCHASE_RECEIPT, new DocumentNo("PR-0001"), FIRST);
        var line = TradingCompany.from(item("BIKE", "4", "4"), new LineSource.Posted(receipt));

        var outcome = posted(post(keep(document(TradeSide.PURCHASE, DocumentKind.INVOICE, "I1", line)), PostingChoice.BOTH));

        assertThat(outcome.documents()).containsExactly(name(DocumentType.PURCHASE_INVOICE, "PI-0001"));
        assertThat(documents.find(order).orElseThrow().document().line(FIRST).progress().invoiced()).isEqualTo(UnitQuantity.of(4));
        var more = TradingCompany.from(item("BIKE", "2", "4"), new LineSource.Posted(receipt));
        assertThat(issues(post(keep(document(TradeSide.PURCHASE, DocumentKind.INVOICE, "I2", more)), PostingChoice.BOTH)))
                .extracting(DocumentIssue::code).containsExactly("common.above-invoiceable");
    }

    @Test
    void a_refusal_leaves_no_trace_and_no_gap() {
        dsl.execute("UPDATE inventory_setup SET prevent_negative_inventory = true");
        var sale = keep(document(TradeSide.SALES, DocumentKind.ORDER, "S1", item("BIKE", "6", "20")));

        assertThat(issues(post(sale, PostingChoice.BOTH))).extracting(DocumentIssue::code).containsExactly("ledger.insufficient-stock");

        assertThat(value("SELECT count(*) FROM posted_document")).isEqualTo("0");
        assertThat(value("SELECT count(*) FROM number_series_line WHERE last_number_used <> ''")).isEqualTo("0");
        posted(post(keep(document(TradeSide.PURCHASE, DocumentKind.ORDER, "O1", item("BIKE", "10", "8"))), PostingChoice.BOTH));
        assertThat(posted(post(sale, PostingChoice.BOTH)).documents())
                .containsExactly(name(DocumentType.SALES_SHIPMENT, "SS-0001"), name(DocumentType.SALES_INVOICE, "SI-0001"));
    }

    @Test
    void of_two_users_posting_one_order_one_wins_and_the_other_is_told() throws Exception {
        var order = keep(document(TradeSide.PURCHASE, DocumentKind.ORDER, "O1", item("BIKE", "10", "8")));
        var version = documents.find(order).orElseThrow().version();
        Callable<PostDocumentOutcome> user = () -> postDocument.post(new Request(order, PostingChoice.HANDLE, version, "system"));

        try (var users = Executors.newFixedThreadPool(2)) {
            var outcomes = users.invokeAll(List.of(user, user));
            var answers = List.of(outcomes.getFirst().get(), outcomes.getLast().get());
            assertThat(answers).filteredOn(PostDocumentOutcome.Posted.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(PostDocumentOutcome.ChangedByAnother.class::isInstance).hasSize(1);
        }
        assertThat(value("SELECT count(*) FROM item_ledger_entry")).isEqualTo("1");
    }

    /** 11.11 */
    @Test
    void a_receipt_is_taken_back_and_can_be_received_again() {
        var order = keep(document(TradeSide.PURCHASE, DocumentKind.ORDER, "O1", item("BIKE", "6", "8")));
        posted(post(order, PostingChoice.HANDLE));
        var receipt = new PostedLineKey(DocumentType.PURCHASE_RECEIPT, new DocumentNo("PR-0001"), FIRST);

        assertThat(undoPosted.undo(List.of(receipt), "system")).isEmpty();

        assertThat(balance("INVENTORY")).isEqualTo("0.00");
        assertThat(balance("INTERIM")).isEqualTo("0.00");
        assertThat(value("SELECT sum(quantity) FROM item_ledger_entry")).isEqualTo("0.00000");
        assertThat(documents.find(order).orElseThrow().document().line(FIRST).progress().handled()).isEqualTo(UnitQuantity.ZERO);
        assertThat(undoPosted.undo(List.of(receipt), "system")).extracting(DocumentIssue::code).containsExactly("ledger.undo-already-corrected");

        posted(post(order, PostingChoice.HANDLE));
        posted(post(keep(document(TradeSide.SALES, DocumentKind.ORDER, "S1", item("BIKE", "2", "20"))), PostingChoice.BOTH));
        var again = new PostedLineKey(DocumentType.PURCHASE_RECEIPT, new DocumentNo("PR-0002"), FIRST);
        assertThat(undoPosted.undo(List.of(again), "system")).extracting(DocumentIssue::code).containsExactly("ledger.undo-quantity-used");
        posted(post(order, PostingChoice.INVOICE));
        assertThat(undoPosted.undo(List.of(again), "system")).extracting(DocumentIssue::code).containsExactly("ledger.undo-invoiced");
    }

    @Test
    void posted_documents_refuse_change() {
        posted(post(keep(document(TradeSide.PURCHASE, DocumentKind.ORDER, "O1", item("BIKE", "10", "8"))), PostingChoice.BOTH));

        for (var change : List.of(
                "UPDATE posted_document SET no = 'X'", "DELETE FROM posted_document", "UPDATE posted_document_line SET unit_price = 1",
                "DELETE FROM posted_line_invoiced", "TRUNCATE posted_document_line_entry")) {
            assertThatThrownBy(() -> dsl.execute(change)).as(change).hasMessageContaining("refuses");
        }
    }

    private DocumentKey keep(StoredDocument document) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> documents.create(document, "system"));
        return document.key();
    }

    /** Types what is to be handled and invoiced on the first line. */
    private void choose(DocumentKey key, String toHandle, String toInvoice) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            var stored = documents.lock(key).orElseThrow();
            var changed = stored.document().lines().stream()
                    .map(line -> line.withProgress(line.progress().handling(UnitQuantity.of(toHandle)).invoicing(UnitQuantity.of(toInvoice))))
                    .toList();
            documents.save(stored.with(stored.document().withLines(changed)), new Documents.LineChanges(List.of(FIRST), List.of()), "system");
        });
    }

    private PostDocumentOutcome post(DocumentKey key, PostingChoice choice) {
        return postDocument.post(new Request(key, choice, 0, "system"));
    }

    private static PostDocumentOutcome.Posted posted(PostDocumentOutcome outcome) {
        assertThat(outcome).isInstanceOf(PostDocumentOutcome.Posted.class);
        return (PostDocumentOutcome.Posted) outcome;
    }

    private static List<DocumentIssue> issues(PostDocumentOutcome outcome) {
        assertThat(outcome).isInstanceOf(PostDocumentOutcome.Refused.class);
        return ((PostDocumentOutcome.Refused) outcome).issues();
    }

    private static Documents.PostedName name(DocumentType type, String no) {
        return new Documents.PostedName(type, new DocumentNo(no));
    }

    private String balance(String account) {
        return value("SELECT coalesce(sum(e.amount), 0.00) FROM gl_account a LEFT JOIN gl_entry e ON e.gl_account_id = a.id WHERE a.no = '" + account + "'");
    }

    private String value(String query) {
        return dsl.fetchSingle(query).get(0, String.class);
    }
}
