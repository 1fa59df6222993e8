package org.stockbook.platform.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.stockbook.platform.exchange.Mapping.Format;

/**
 * A file of rows under a heading, as text: encoding and delimiter are found out where nobody named them.
 *
 * @param name for messages
 * @param heading the names of the columns
 * @param rows with the line of the file they begin on
 */
public record CsvFile(String name, List<String> heading, List<Line> rows) {
    static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LARGEST = 200_000_000;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /** One row. */
    public record Line(long number, List<String> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    public CsvFile {
        heading = List.copyOf(heading);
        rows = List.copyOf(rows);
    }

    /** @throws FileRefused if it is no text with rows and columns */
    public static CsvFile read(Path path, Format format) {
        try {
            if (Files.size(path) > LARGEST) {
                throw new FileRefused(path.toString(), "too-large");
            }
            return parse(path.getFileName().toString(), Files.readAllBytes(path), format);
        } catch (IOException unreadable) {
            throw new FileRefused(path.toString(), "damaged");
        }
    }

    /** @throws FileRefused if it is no text with rows and columns */
    public static CsvFile parse(String name, byte[] bytes, Format format) {
        refuseOtherKinds(name, bytes);
        var text = text(name, bytes, format.encoding());
        if (text.isBlank()) {
            throw new FileRefused(name, "empty");
        }
        var delimiter = format.delimiter().isEmpty() ? delimiterOf(text) : delimiter(name, format.delimiter());
        var rows = new ArrayList<Line>();
        try (var reader = CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(true).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
            reader.forEach(row -> rows.add(new Line(row.getStartingLineNumber(), row.getFields())));
        } catch (CsvParseException malformed) {
            throw new FileRefused(name, "no-rows-and-columns");
        } catch (IOException impossible) {
            throw new FileRefused(name, "damaged");
        }
        var heading = rows.getFirst().values().stream().map(String::strip).toList();
        return new CsvFile(name, heading, rows.subList(1, rows.size()));
    }

    static void refuseOtherKinds(String name, byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        var plain = start.stripLeading().toLowerCase(Locale.ROOT);
        if (bytes.length == 0) {
            throw new FileRefused(name, "empty");
        }
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            throw new FileRefused(name, "archive");
        }
        if (plain.startsWith("<!doctype html") || plain.startsWith("<html") || plain.startsWith("<?xml")) {
            throw new FileRefused(name, "web-page");
        }
        if (start.startsWith("%PDF")) {
            throw new FileRefused(name, "pdf");
        }
        var utf16 = bytes.length > 1 && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
        if (utf16) {
            throw new FileRefused(name, "utf-16");
        }
        if (start.indexOf('\0') >= 0) {
            throw new FileRefused(name, "binary");
        }
    }

    /** Bytes that are valid UTF-8 are UTF-8; what is not is the old encoding of Windows, which includes Latin-1. */
    private static String text(String name, byte[] bytes, String encoding) {
        try {
            if (!encoding.isEmpty()) {
                return withoutMark(decode(bytes, Charset.forName(encoding)));
            }
            return withoutMark(decode(bytes, StandardCharsets.UTF_8));
        } catch (CharacterCodingException other) {
            if (encoding.isEmpty()) {
                return new String(bytes, WINDOWS);
            }
            throw new FileRefused(name, "other-encoding", Map.of("encoding", encoding));
        } catch (IllegalArgumentException unknown) {
            throw new FileRefused(name, "mapping.encoding", Map.of("encoding", encoding));
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static char delimiter(String name, String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "comma", "," -> ',';
            case "semicolon", ";" -> ';';
            case "tab", "\t" -> '\t';
            case "pipe", "|" -> '|';
            default -> throw new FileRefused(name, "mapping.delimiter", Map.of("delimiter", word));
        };
    }

    /** The delimiter that splits the first lines most often; quoted parts do not count. */
    static char delimiterOf(String text) {
        var heading = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        return DELIMITERS.stream().max(Comparator.comparingLong(delimiter -> heading.chars().filter(character -> character == delimiter).count())).orElse(',');
    }

    /** The values of a column, for finding out how they are written. */
    public Stream<String> column(int index) {
        return rows.stream().filter(row -> row.values().size() > index).map(row -> row.values().get(index).strip());
    }
}
