package org.stockbook.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Runs the rules of axe on the page that is shown. */
final class Accessibility {
    private static final String RULES = rules();

    private Accessibility() {}

    private static String rules() {
        try (var script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Each broken rule with the first element that breaks it. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        page.evaluate(RULES);
        return (List<String>) page.evaluate("""
                async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations
                    .map(one => one.id + ' ' + one.nodes.length + ' x ' + one.nodes[0].html.slice(0, 160))""");
    }
}
