package org.stockbook.platform.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.json.JsonMapper;

/** Writes rows one by one into a file that programs read; memory does not grow with their number, values are never localised. */
public interface RowFile extends AutoCloseable {
    String CSV = "text/csv";
    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    String NDJSON = "application/x-ndjson";

    /** The kinds of files. */
    enum Format {
        CSV(RowFile.CSV + ";charset=UTF-8"),
        XLSX(RowFile.XLSX),
        NDJSON(RowFile.NDJSON);

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** The end of the name of a file of this kind. */
        public String suffix() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a caller accepts, as in the header. */
        public static Format accepted(String accept) {
            return accept.contains(RowFile.XLSX) ? XLSX : accept.contains("ndjson") ? NDJSON : CSV;
        }
    }

    /** Once, before any row. */
    void heading(List<String> names);

    void row(List<Optional<Object>> values);

    @Override
    void close() throws IOException;

    /** @param name of the sheet, where the format has one */
    static RowFile write(Format format, OutputStream output, String name) {
        return switch (format) {
            case CSV -> new Csv(CsvWriter.builder().build(new OutputStreamWriter(output, StandardCharsets.UTF_8)));
            case XLSX -> new Spreadsheet(output, name);
            case NDJSON -> new Objects(output);
        };
    }

    /** Comma separated values in UTF-8. */
    final class Csv implements RowFile {
        private final CsvWriter csv;

        private Csv(CsvWriter csv) {
            this.csv = csv;
        }

        @Override
        public void heading(List<String> names) {
            csv.writeRecord(names);
        }

        @Override
        public void row(List<Optional<Object>> values) {
            csv.writeRecord(values.stream().map(value -> value.map(Csv::text).orElse("")).toList());
        }

        /** Texts that a spreadsheet would run as a formula are made harmless. */
        private static String text(Object value) {
            if (value instanceof BigDecimal figure) {
                return plain(figure).toPlainString();
            }
            var text = value.toString();
            return value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /** A spreadsheet with typed cells; its rows are handed on a thousand at a time. */
    final class Spreadsheet implements RowFile {
        private static final int FLUSHED_AT_ONCE = 1000;
        private static final int LONGEST_SHEET_NAME = 31;

        private final Workbook book;
        private final Worksheet sheet;
        private int row;

        private Spreadsheet(OutputStream output, String name) {
            this.book = new Workbook(output, "Stockbook", "1.0");
            this.sheet = book.newWorksheet(name.substring(0, Math.min(name.length(), LONGEST_SHEET_NAME)));
            sheet.freezePane(0, 1);
        }

        @Override
        public void heading(List<String> names) {
            for (int column = 0; column < names.size(); column++) {
                sheet.value(0, column, names.get(column));
                sheet.style(0, column).bold().set();
            }
            row = 1;
        }

        @Override
        public void row(List<Optional<Object>> values) {
            for (int column = 0; column < values.size(); column++) {
                write(column, values.get(column).orElse(""));
            }
            row++;
            if (row % FLUSHED_AT_ONCE == 0) {
                try {
                    sheet.flush();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }

        private void write(int column, Object value) {
            switch (value) {
                case BigDecimal figure -> sheet.value(row, column, plain(figure));
                case Number number -> sheet.value(row, column, number);
                case Boolean flag -> sheet.value(row, column, flag);
                case LocalDate date -> {
                    sheet.value(row, column, date);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                }
                case Instant moment -> {
                    sheet.value(row, column, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
                    sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
                }
                default -> {
                    if (!value.equals("")) {
                        sheet.inlineString(row, column, value.toString());
                    }
                }
            }
        }

        @Override
        public void close() throws IOException {
            book.close();
        }
    }

    /** One JSON object a line. */
    final class Objects implements RowFile {
        private final OutputStream output;
        private final JsonMapper json = JsonMapper.builder().build();
        private List<String> names = List.of();

        private Objects(OutputStream output) {
            this.output = output;
        }

        @Override
        public void heading(List<String> columns) {
            names = new ArrayList<>(columns);
        }

        @Override
        public void row(List<Optional<Object>> values) {
            var object = new LinkedHashMap<String, Object>();
            for (int i = 0; i < names.size(); i++) {
                var name = names.get(i);
                values.get(i).ifPresent(value -> object.put(name, value instanceof BigDecimal figure ? plain(figure) : value));
            }
            try {
                output.write((json.writeValueAsString(object) + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() throws IOException {
            output.flush();
        }
    }

    private static BigDecimal plain(BigDecimal figure) {
        var stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
