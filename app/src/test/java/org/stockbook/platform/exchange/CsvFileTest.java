package org.stockbook.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockbook.platform.exchange.MappedRows.RowIssue;
import org.stockbook.platform.exchange.Mapping.FieldMapping;
import org.stockbook.platform.exchange.Mapping.FileMapping;
import org.stockbook.platform.exchange.Mapping.Filter;
import org.stockbook.platform.exchange.Mapping.Format;

class CsvFileTest {
    @Test
    void the_old_encoding_of_windows_is_found_out() {
        var file = CsvFile.parse("a.csv", "No.;Name\n1;Vélo – bleu\n".getBytes(Charset.forName("windows-1252")), Format.FOUND_OUT);

        assertThat(file.heading()).containsExactly("No.", "Name");
        assertThat(file.rows().getFirst().values()).containsExactly("1", "Vélo – bleu");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_found_out_and_quoted_text_keeps_it(String delimiter) {
        var file = CsvFile.parse("a.csv", ("a" + delimiter + "b\n\"x" + delimiter + "y\"" + delimiter + "2\n").getBytes(StandardCharsets.UTF_8), Format.FOUND_OUT);

        assertThat(file.rows().getFirst().values()).containsExactly("x" + delimiter + "y", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n ", "PK\u0003\u0004rest", "<!DOCTYPE html><html>", "%PDF-1.7", "a\0b"})
    void a_file_of_the_wrong_kind_is_refused_with_the_reason(String content) {
        assertThatThrownBy(() -> CsvFile.parse("a.csv", content.getBytes(StandardCharsets.ISO_8859_1), Format.FOUND_OUT))
                .isInstanceOf(FileRefused.class)
                .hasMessageStartingWith("a.csv: ");
    }

    @Test
    void decimal_commas_and_dates_are_told_from_the_whole_column() {
        var rows = map("no;amount;day\n1;1.299,50;31.12.2025\n2;12,5;01.02.2026\n");

        assertThat(rows.issues()).isEmpty();
        assertThat(rows.rows().getFirst().values()).containsEntry("amount", "1299.50").containsEntry("day", "2025-12-31");
        assertThat(rows.rows().getLast().values()).containsEntry("amount", "12.5").containsEntry("day", "2026-02-01");
    }

    /** 01/02 may be a day in February or in January: never guessed. */
    @Test
    void a_date_that_can_be_read_in_two_ways_is_refused() {
        assertThat(map("no,amount,day\n1,1,01/02/2026\n").issues()).extracting(RowIssue::code).containsExactly("import.unreadable-date");
    }

    @Test
    void every_bad_row_is_named_with_its_line_column_and_value() {
        var rows = map("no,amount,day\n1,x,2026-01-01\n2,2,2026-13-01\n3\n4,4,2026-01-04\n");

        assertThat(rows.issues()).extracting(RowIssue::line, RowIssue::column, RowIssue::value, RowIssue::code).containsExactly(
                tuple(2, "amount", "x", "import.unreadable-number"),
                tuple(3, "day", "2026-13-01", "import.unreadable-date"),
                tuple(4, "", "", "import.wrong-column-count"));
    }

    @Test
    void a_column_that_is_not_there_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> map("no,amout,day\n1,1,2026-01-01\n")).isInstanceOf(FileRefused.class).hasMessageContaining("columns-missing").hasMessageContaining("amount").hasMessageContaining("amout");
    }

    @Test
    void rows_are_left_out_by_filters_and_texts_are_looked_up() {
        var mapping = new FileMapping("", "things", Format.FOUND_OUT, Map.of("kind", new FieldMapping(List.of("kind", "make"), "", "text", "kinds", "other", 0, -1)),
                List.of(new Filter("use", List.of("no"), true)), true);
        var rows = RowMapper.map(CsvFile.parse("a.csv", "kind,make,use\nA,b,yes\nA,b,yes\nZ,,yes\nA,b,no\n".getBytes(StandardCharsets.UTF_8), Format.FOUND_OUT), mapping,
                Map.of("kinds", Map.of("A b", "first")));

        assertThat(rows.rows()).extracting(row -> row.text("kind")).containsExactly("first", "other");
        assertThat(rows.leftOut()).isEqualTo(2);
    }

    private static MappedRows map(String text) {
        var fields = Map.of("amount", new FieldMapping(List.of("amount"), "", "number", "", "", 0, -1), "day", new FieldMapping(List.of("day"), "", "date", "", "", 0, -1));
        return RowMapper.map(CsvFile.parse("a.csv", text.getBytes(StandardCharsets.UTF_8), Format.FOUND_OUT),
                new FileMapping("", "things", Format.FOUND_OUT, fields, List.of(), false), Map.of());
    }
}
