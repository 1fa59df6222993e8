package org.stockbook.web.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
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
                    .useExternalResourceAccessControl((_, _) -> false, com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .withProducer("Stockbook")
                    .withHtmlContent(templates.text("paper", Map.of("paper", paper)), "")
                    .toStream(file)
                    .run();
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
