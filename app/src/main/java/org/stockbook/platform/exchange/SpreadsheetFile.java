package org.stockbook.platform.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.stockbook.platform.exchange.Mapping.Format;

/** The first sheet of a workbook, or a text file, as rows under a heading. */
public final class SpreadsheetFile {
    private static final String ZIPPED = "PK\u0003\u0004";
    /** With the formats of cells, which alone tell dates from numbers. */
    private static final ReadingOptions FORMATS = new ReadingOptions(true, false);
    private static final int MOST_ROWS = 1_000_000;

    private SpreadsheetFile() {}

    /** @throws FileRefused if it is neither a workbook nor a text with rows and columns */
    public static CsvFile parse(String name, byte[] bytes) {
        return isWorkbook(bytes) ? workbook(name, bytes) : CsvFile.parse(name, bytes, Format.FOUND_OUT);
    }

    private static boolean isWorkbook(byte[] bytes) {
        return bytes.length > 4 && new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals(ZIPPED);
    }

    private static CsvFile workbook(String name, byte[] bytes) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), FORMATS); var rows = workbook.getFirstSheet().openStream()) {
            var lines = new ArrayList<CsvFile.Line>();
            rows.limit(MOST_ROWS).forEach(row -> {
                var values = values(row);
                if (values.stream().anyMatch(value -> !value.isEmpty())) {
                    lines.add(new CsvFile.Line(row.getRowNum(), values));
                }
            });
            if (lines.isEmpty()) {
                throw new FileRefused(name, "empty");
            }
            return new CsvFile(name, lines.getFirst().values().stream().map(String::strip).toList(), lines.subList(1, lines.size()));
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException unreadable) {
            throw new FileRefused(name, "no-workbook");
        }
    }

    private static List<String> values(Row row) {
        var values = new ArrayList<String>();
        for (var column = 0; column < row.getCellCount(); column++) {
            values.add(row.getOptionalCell(column).map(SpreadsheetFile::text).orElse("").strip());
        }
        return values;
    }

    /** Figures without rounding, dates as ISO dates; a formula counts as its last value. */
    private static String text(Cell cell) {
        var isDate = cell.getType() == CellType.NUMBER && cell.getDataFormatString() != null && isDate(cell.getDataFormatString());
        if (isDate) {
            var moment = cell.asDate();
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString() : moment.toString();
        }
        return switch (cell.getValue()) {
            case null -> "";
            case BigDecimal figure -> figure.stripTrailingZeros().toPlainString();
            case Object value -> value.toString();
        };
    }

    private static boolean isDate(String format) {
        var plain = format.toLowerCase(Locale.ROOT).replaceAll("\\[[^]]*]|\"[^\"]*\"", "");
        return plain.contains("y") && plain.contains("d");
    }
}
