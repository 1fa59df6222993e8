package org.stockbook.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.stockbook.scenario.operation.MasterData;
import org.stockbook.scenario.operation.Operation;

/** Scenario files are read strictly: what the format does not know is an error. */
class ScenarioFormatTest {
    private final ScenarioFormat format = new ScenarioFormat();

    private Operation read(String step) {
        return format.operation(format.mapper().readTree(step));
    }

    @Test
    void figures_are_exact_and_absent_texts_blank() {
        var operation = read(
                """
                {"do": "item-journal.post", "lines": [{"line": 10000, "document": "D1", "entry_type": "purchase",
                 "item": "A", "quantity": 5, "unit_amount": 3.3333300000000000001}]}""");

        var line = ((Operation.PostItemJournal) operation).lines().getFirst();
        assertThat(line.unitAmount()).contains(new BigDecimal("3.3333300000000000001"));
        assertThat(line.location()).isEmpty();
        assertThat(line.postingDate()).isEmpty();
        assertThat(line.dimensions()).isEmpty();
    }

    @Test
    void key_and_fields_of_master_data_are_one_record() {
        var operation = read(
                """
                {"do": "master.update", "entity": "item", "key": {"no": "A"}, "set": {"unit_cost": 10}}""");

        assertThat(operation).isInstanceOfSatisfying(Operation.ChangeMasterData.class, change -> {
            assertThat(change.action()).isEqualTo(Operation.Action.UPDATE);
            assertThat(change.data()).isInstanceOfSatisfying(MasterData.Item.class, item -> {
                assertThat(item.no()).isEqualTo("A");
                assertThat(item.unitCost()).contains(BigDecimal.TEN);
                assertThat(item.costingMethod()).isEmpty();
            });
        });
    }

    @Test
    void purchases_and_sales_are_one_kind_of_document() {
        var operation = read(
                """
                {"do": "sales.post", "doc": "SO1", "posting_date": "2001-02-01", "ship": true,
                 "lines": [{"line": 10000, "ship": 1, "invoice": 0}], "creates": {"shipment": "S1"}}""");

        assertThat(operation).isInstanceOfSatisfying(Operation.PostDocument.class, post -> {
            assertThat(post.side()).isEqualTo(Operation.Side.SALES);
            assertThat(post.lines().getFirst().handle()).contains(BigDecimal.ONE);
        });
    }

    @Test
    void an_unknown_operation_is_refused() {
        assertThatThrownBy(() -> read("{\"do\": \"purchase.forget\", \"doc\": \"PO1\"}"))
                .isInstanceOf(ScenarioUnreadable.class)
                .hasMessageContaining("document.forget");
    }

    @Test
    void bills_and_routings_are_read_and_passed_over() {
        assertThat(read("{\"do\": \"master.create\", \"entity\": \"routing-line\", \"key\": {\"routing_no\": \"R\"}, \"set\": {\"run_time\": 1}}"))
                .isInstanceOfSatisfying(Operation.ChangeMasterData.class, change ->
                        assertThat(change.data()).isInstanceOf(MasterData.OfProduction.class));
    }

    @Test
    void an_unknown_field_is_refused() {
        assertThatThrownBy(() -> read("{\"do\": \"work-date\", \"date\": \"2001-01-01\", \"dote\": 1}"))
                .isInstanceOf(ScenarioUnreadable.class)
                .hasMessageContaining("dote");
    }

    @Test
    void an_unknown_field_of_master_data_is_refused() {
        assertThatThrownBy(() -> read(
                        "{\"do\": \"master.update\", \"entity\": \"item\", \"key\": {\"no\": \"A\"}, \"set\": {\"unit_cst\": 1}}"))
                .isInstanceOf(ScenarioUnreadable.class)
                .hasMessageContaining("unit_cst");
    }
}
