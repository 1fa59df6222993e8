package org.stockbook.web.paper;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.stockbook.web.Paper;
import org.stockbook.web.Papers;
import org.stockbook.web.shell.Templates;

/**
 * Lays papers out as HTML and style sheet, and these as PDF. The font is the one that comes with the library: it has the letters of all
 * languages written in Latin, Greek and Cyrillic.
 */
@Component
class PapersByLayout implements Papers {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String FAMILY = "Paper";

    /** Signs that no XML may hold, and so no layout. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final Templates templates;

    PapersByLayout(Templates templates) {
        XRLog.setLoggingEnabled(false);
        this.templates = templates;
    }

    @Override
    public byte[] pdf(Paper paper) {
        try (var file = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .useFastMode()
                    .useFont(() -> Optional.ofNullable(PDDocument.class.getResourceAsStream(FONT)).orElseThrow(), FAMILY)
                    .useExternalResourceAccessControl((_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .withProducer("Stockbook")
                    .withHtmlContent(UNPRINTABLE.matcher(templates.text("paper", Map.of("paper", paper))).replaceAll(""), "")
                    .toStream(file)
                    .run();
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
