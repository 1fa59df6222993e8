package org.stockbook.documents.calls;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.web.Views;

/** What is wrong with a document, told without refusing anything (spec: api, section 5.1). */
@Component
public class IssueAnswers {
    private final CallOutcomes outcomes;
    private final Views views;

    IssueAnswers(CallOutcomes outcomes, Views views) {
        this.outcomes = outcomes;
        this.views = views;
    }

    /** How such calls end. */
    public CallOutcomes outcomes() {
        return outcomes;
    }

    /** Everything that is wrong, each with its place, as a refusal would say it. */
    public String all(LinePlaces lines, List<DocumentIssue> issues) {
        return outcomes.write(Map.of("issues", issues.stream().map(issue -> {
            var place = IssuePlace.of(lines, issue);
            return Map.of("code", issue.code(), "severity", "error", "pointer", place.pointer(), "target", place.target(), "message", text(issue), "params", issue.parameters());
        }).toList()));
    }

    /** In the reader's language. */
    public String text(DocumentIssue issue) {
        return views.current().refusal(issue.code(), issue.parameters());
    }
}
