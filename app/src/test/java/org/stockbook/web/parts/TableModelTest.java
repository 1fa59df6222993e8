package org.stockbook.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stockbook.web.parts.Cell.Tail;
import org.stockbook.web.parts.TableModel.Head;
import org.stockbook.web.parts.TableModel.Line;

/** Spec: ui, section 9: numbers are right-aligned on the decimal sign. */
class TableModelTest {

    @Test
    void figures_of_a_column_take_the_room_of_the_longest_decimals() {
        var table = new TableModel("", "", "costs", List.of(new Head("unitCost", "", "n", "", "")), List.of(line("320.29955"), line("1,450.00"), line("7"), new Line("", List.of(new Cell("–", "", "n")))),
                List.of(figure("12.5")));

        assertThat(table.lines()).extracting(line -> line.cells().getFirst().tail().missing()).containsExactly("", "955", ".29955", "");
        assertThat(table.totals()).extracting(cell -> cell.tail().missing()).containsExactly("9955");
    }

    private static Line line(String figure) {
        return new Line("", List.of(figure(figure)));
    }

    private static Cell figure(String written) {
        return new Cell(written, "", "n", "", Tail.of(written, "."), "");
    }
}
