package org.stockbook.web.shell;

import java.util.List;
import org.stockbook.platform.i18n.Language;

/** The guide, as far as the palette offers it. */
public interface HelpArticles {
    /** All articles, in the order of the index. */
    List<Listed> in(Language language);

    /** Where an article is read. */
    record Listed(String title, String link) {}
}
