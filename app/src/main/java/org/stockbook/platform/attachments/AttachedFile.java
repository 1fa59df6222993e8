package org.stockbook.platform.attachments;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.tika.Tika;

/** A file as it comes from outside: what it is, told by its content, and a name that means no more than a name. */
public final class AttachedFile {
    /** The kinds as people call them. */
    public static final String KINDS = "PDF, PNG, JPEG, GIF, DOCX, XLSX, PPTX, ODT, ODS, ODP, TXT, CSV";

    private static final int LONGEST_NAME = 200;
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\p{Cntrl}\\p{Cf}\"*:<>?|]+");
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    /** With the one ending that fits, so that no system opens a file as something else than it is. */
    private static final Map<String, String> TAKEN = Map.ofEntries(
            Map.entry("application/pdf", "pdf"), Map.entry("image/png", "png"), Map.entry("image/jpeg", "jpg"), Map.entry("image/gif", "gif"),
            Map.entry(OFFICE + "wordprocessingml.document", "docx"), Map.entry(OFFICE + "spreadsheetml.sheet", "xlsx"),
            Map.entry(OFFICE + "presentationml.presentation", "pptx"), Map.entry(OPEN_DOCUMENT + "text", "odt"),
            Map.entry(OPEN_DOCUMENT + "spreadsheet", "ods"), Map.entry(OPEN_DOCUMENT + "presentation", "odp"),
            Map.entry("text/plain", "txt"), Map.entry("text/csv", "csv"));

    private AttachedFile() {}

    /** What is in a file. The name only tells apart what looks alike: archives that are documents, and kinds of plain text. */
    static String mediaType(String fileName, byte[] content) {
        return Detection.TIKA.detect(content, fileName);
    }

    /** What files that are taken can be. */
    public static List<String> mediaTypes() {
        return TAKEN.keySet().stream().sorted().toList();
    }

    static boolean isTaken(String mediaType) {
        return TAKEN.containsKey(mediaType);
    }

    /** The last part of whatever path was sent, with an ending that fits the content. */
    static String name(String sent, String mediaType) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var plain = NOT_IN_NAMES.matcher(last).replaceAll(" ").strip();
        var ending = TAKEN.getOrDefault(mediaType, "bin");
        var lower = plain.toLowerCase(Locale.ROOT);
        var fits = lower.endsWith("." + ending) || ending.equals("jpg") && lower.endsWith(".jpeg");
        var stem = fits ? plain.substring(0, plain.lastIndexOf('.')) : plain;
        var kept = stem.isBlank() ? "file" : stem.substring(0, Math.min(stem.length(), LONGEST_NAME)).strip();
        return kept + (fits ? plain.substring(plain.lastIndexOf('.')) : "." + ending);
    }

    /** Its table of kinds is read when the first file comes. */
    private static final class Detection {
        private static final Tika TIKA = new Tika();

        private Detection() {}
    }
}
