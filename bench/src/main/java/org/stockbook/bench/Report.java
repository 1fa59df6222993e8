package org.stockbook.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Figures as a table for people and as data for programs. */
final class Report {
    private static final String ROW = "  %-46s %14s %14s %-8s %8s   %-16s %s%n";

    private Report() {}

    static void print(PrintStream out, Entry entry) {
        out.println();
        out.println(entry.name() + ": " + entry.question());
        out.printf(ROW, "", "measured", "floor", "", "ratio", "target", "");
        for (var figure : entry.figures()) {
            out.printf(Locale.ROOT, ROW, figure.what(), number(figure.measured()), number(figure.floor()), figure.unit(),
                    "%.2f".formatted(figure.ratio()), figure.target(), figure.met() ? "" : "MISSED");
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%,.2f", value);
    }

    static String json(Surroundings surroundings, List<Entry> entries) {
        var whole = new LinkedHashMap<String, Object>(Map.of("surroundings", surroundings));
        whole.put("benchmarks", entries);
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(whole);
    }

    /** What one benchmark found. */
    record Entry(String name, String question, List<Figure> figures) {
        Entry {
            figures = List.copyOf(figures);
        }
    }
}
