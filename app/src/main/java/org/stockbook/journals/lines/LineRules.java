package org.stockbook.journals.lines;

import java.util.List;
import java.util.Map;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.LineIssue;

/** What lines of one kind of journal take over and must respect. */
public interface LineRules {
    /** A line after some of its fields were typed: what follows from them is filled in, what was typed wins. */
    LineValues complete(LineValues before, Map<JournalField, String> typed);

    /** What the line is expected to move and to cost. */
    Draft.Worth worth(LineValues line);

    /** Every issue that the line and the cards tell, in the order of the specification. */
    List<LineIssue> check(Draft line);
}
