package org.stockbook.web.help;

import java.util.Collections;
import java.util.List;
import org.stockbook.platform.i18n.Language;

/**
 * One page of the guide.
 *
 * @param name of its file and its address; {@link Guide#INDEX} for the index
 * @param language it is written in: English where an article exists in no other
 * @param html as it is shown, made from our own Markdown
 */
record Article(String name, Language language, String title, String html, List<Section> sections) {
    Article {
        sections = List.copyOf(sections);
    }

    /**
     * What stands under one heading.
     *
     * @param anchor of the heading, empty before the first
     * @param words everything that is written there, as plain text
     * @param names what is set apart there: names of pages, fields and actions, mostly
     */
    record Section(String anchor, String heading, String words, List<String> names) {
        private static final int IN_HEADING = 5;
        private static final int SET_APART = 3;

        Section {
            names = List.copyOf(names);
        }

        /** How much it has to say about a name: most where the name is in its heading, little where it is only mentioned. */
        int speaksOf(String name) {
            var mentioned = words.contains(name) ? 1 : 0;
            return Collections.frequency(names, name) * SET_APART + mentioned + (heading.contains(name) ? IN_HEADING : 0);
        }
    }
}
