package org.stockbook.web.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders the templates that were compiled with the program. */
@Component
public final class Templates {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** A page or a part of one; never cached, because it shows the books as they are. */
    public ResponseEntity<String> page(String template, Map<String, Object> parameters) {
        return page(200, template, parameters);
    }

    public ResponseEntity<String> page(int status, String template, Map<String, Object> parameters) {
        return ResponseEntity.status(HttpStatusCode.valueOf(status)).contentType(HTML).cacheControl(CacheControl.noStore()).body(text(template, parameters));
    }

    public String text(String template, Map<String, Object> parameters) {
        var output = new StringOutput();
        engine.render(template + ".jte", parameters, output);
        return output.toString();
    }
}
