package org.stockbook.platform.setup;

import java.util.List;
import java.util.Map;

/** Looks for what is missing in one part of the setup. Rooms declare such checks as beans. */
public interface SetupCheck {
    /** What is missing; nothing where this part is complete. */
    List<Gap> gaps();

    /** The key of the name of this part, {@code setup.<name>}. */
    String name();

    /**
     * Something that is missing.
     *
     * @param textKey the sentence that names it
     * @param link the page where it is mended
     */
    record Gap(String textKey, Map<String, ?> arguments, String link) {
        public Gap {
            arguments = Map.copyOf(arguments);
        }
    }
}
