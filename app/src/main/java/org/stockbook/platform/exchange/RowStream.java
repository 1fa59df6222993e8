package org.stockbook.platform.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads the rows of a CSV or XLSX file one by one, so that memory does not grow with their number. */
final class RowStream {
    private RowStream() {}

    /** One row, as texts. */
    record Line(int number, List<String> values) {
        Line {
            values = List.copyOf(values);
        }
    }

    /**
     * Passes every row on, the heading first.
     *
     * @param name of the file, for messages
     * @throws FileRefused if it holds no rows
     */
    static void read(Path path, String name, Consumer<Line> receiver) {
        try {
            if (UploadedFile.isSpreadsheet(path)) {
                UploadedFile.refuseBombs(path, name);
                spreadsheet(path, name, receiver);
            } else {
                csv(path, name, receiver);
            }
        } catch (IOException unreadable) {
            throw new FileRefused(name, "damaged");
        }
    }

    private static void csv(Path path, String name, Consumer<Line> receiver) throws IOException {
        var charset = UploadedFile.isUtf8(path) ? StandardCharsets.UTF_8 : CsvFile.WINDOWS;
        var text = UploadedFile.text(path, name);
        var delimiter = CsvFile.delimiterOf(UploadedFile.firstLine(path, charset));
        try (var reader = CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(true).detectBomHeader(false).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
            reader.forEach(row -> receiver.accept(new Line((int) row.getStartingLineNumber(), row.getFields().stream().map(RowStream::withoutMark).toList())));
        } catch (CsvParseException malformed) {
            throw new FileRefused(name, "no-rows-and-columns");
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static void spreadsheet(Path path, String name, Consumer<Line> receiver) throws IOException {
        try (var book = new ReadableWorkbook(path.toFile()); var rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                var values = new ArrayList<String>();
                for (int column = 0; column < row.getCellCount(); column++) {
                    values.add(row.getOptionalCell(column).map(RowStream::text).orElse(""));
                }
                if (values.stream().anyMatch(value -> !value.isBlank())) {
                    receiver.accept(new Line(row.getRowNum(), values));
                }
            });
        } catch (ExcelReaderException damaged) {
            throw new FileRefused(name, "no-workbook");
        }
    }

    /** Cells as an export writes them: plain decimals, ISO dates. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell) ? date(cell.asDate()) : cell.asNumber().stripTrailingZeros().toPlainString();
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean().toString();
        }
        return cell.getText();
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).matches(".*(yy|dd|mmm).*");
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalTime().toSecondOfDay() == 0 ? moment.toLocalDate().toString() : moment + "Z";
    }
}
