package org.stockbook.platform.exchange;

import java.util.List;
import java.util.Map;

/**
 * What the columns of files mean: kept in a mapping file, so that no column needs code.
 *
 * @param companies sets of records of the program that are kept before any file is read
 * @param files in the order in which they are read
 * @param tables named look-up tables: text in the file to value in the books
 */
public record Mapping(List<String> companies, List<FileMapping> files, Map<String, Map<String, String>> tables) {
    public Mapping {
        companies = List.copyOf(companies);
        files = List.copyOf(files);
        tables = Map.copyOf(tables);
    }

    /**
     * One file and what becomes of its rows.
     *
     * @param file its name, with {@code *} for any characters; empty for a single file of any name
     * @param collection the records that its rows become, or a name that a room understands
     * @param format how its texts are written
     * @param fields of the collection, each with where its value comes from
     * @param filters rows that fail one are left out
     * @param once rows that give the same key again are left out instead of being refused
     */
    public record FileMapping(String file, String collection, Format format, Map<String, FieldMapping> fields, List<Filter> filters, boolean once) {
        public FileMapping {
            fields = Map.copyOf(fields);
            filters = List.copyOf(filters);
        }
    }

    /**
     * How texts are written; empty means: find out.
     *
     * @param encoding UTF-8, ISO-8859-1 or windows-1252
     * @param delimiter comma, semicolon or tab
     * @param decimal point or comma
     * @param date a pattern such as {@code dd.MM.yyyy}
     */
    public record Format(String encoding, String delimiter, String decimal, String date) {
        public static final Format FOUND_OUT = new Format("", "", "", "");
    }

    /**
     * Where the value of a field comes from: the first of a column, a constant.
     *
     * @param columns of the file; several are joined by a blank
     * @param constant value for every row, or where the column is blank
     * @param type {@code text}, {@code number}, {@code date}
     * @param table to look the text up in, empty for none
     * @param otherwise what a text that is not in the table becomes; empty: it is refused
     * @param longest longer texts are cut; 0 for no limit
     * @param decimals numbers are rounded to so many; -1 for none
     */
    public record FieldMapping(List<String> columns, String constant, String type, String table, String otherwise, int longest, int decimals) {
        public FieldMapping {
            columns = List.copyOf(columns);
        }
    }

    /** A row is taken only if its column has one of these values, or none of them. */
    public record Filter(String column, List<String> values, boolean excluded) {
        public Filter {
            values = List.copyOf(values);
        }
    }
}
