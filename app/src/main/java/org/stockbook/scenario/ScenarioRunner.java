package org.stockbook.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stockbook.scenario.company.Outcome;
import org.stockbook.scenario.company.ScenarioCompanies;
import org.stockbook.scenario.company.ScenarioCompany;
import org.stockbook.scenario.expectation.Expectations;
import org.stockbook.scenario.expectation.NotUnderstood;
import org.stockbook.scenario.expectation.RecordedDocuments;
import org.stockbook.scenario.expectation.Surroundings;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.operation.Operation;
import tools.jackson.databind.JsonNode;

/** Plays scenarios, each against a company of its own. */
public final class ScenarioRunner {
    private final ScenarioFormat format;
    private final Fixtures fixtures;
    private final ScenarioCompanies companies;

    public ScenarioRunner(ScenarioFormat format, Fixtures fixtures, ScenarioCompanies companies) {
        this.format = format;
        this.fixtures = fixtures;
        this.companies = companies;
    }

    public ScenarioResult run(Scenario scenario) {
        var missing = scenario.requires().stream()
                .filter(tag -> !companies.features().contains(tag))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            return new ScenarioResult.Skipped(scenario.id(), missing);
        }
        var fixture = fixtures.named(scenario.fixture());
        try (var company = companies.open(fixture)) {
            return play(scenario, company, new Expectations(company, format.mapper(), surroundings(fixture)));
        }
    }

    private ScenarioResult play(Scenario scenario, ScenarioCompany company, Expectations expectations) {
        var stopped = play(scenario.steps(), company, expectations);
        var findings = expectations.findings();
        var differences = new ArrayList<>(findings.differences());
        differences.addAll(stopped);
        return differences.isEmpty()
                ? new ScenarioResult.Passed(scenario.id(), findings.found())
                : new ScenarioResult.Failed(scenario.id(), List.copyOf(differences), findings.found(), findings.missing());
    }

    private static Surroundings surroundings(Fixture fixture) {
        return new Surroundings(
                fixture.accounts().stream().collect(Collectors.toMap(Fixture.Account::no, Fixture.Account::kind)),
                Map.of(
                        "global_dimension_1", fixture.company().globalDimension1(),
                        "global_dimension_2", fixture.company().globalDimension2()));
    }

    /** Why playing stopped before the end; nothing when it did not. */
    private List<String> play(List<JsonNode> steps, ScenarioCompany company, Expectations expectations) {
        var documents = new RecordedDocuments(steps);
        for (var number = 1; number <= steps.size(); number++) {
            var step = asNamed(steps.get(number - 1), documents);
            var place = "step " + number + " (" + step.path("do").asString("expect") + "): ";
            try {
                var refused = play(step, company, expectations);
                if (!refused.isEmpty()) {
                    return List.of(place + String.join(", ", refused));
                }
            } catch (NotUnderstood | ScenarioUnreadable problem) {
                return List.of(place + "not understood: " + problem.getMessage());
            } catch (RuntimeException | StackOverflowError | AssertionError problem) {
                return List.of(place + problem);
            }
        }
        return List.of();
    }

    /** What is looked at may say numbers of the recording; what is done never does. */
    private static JsonNode asNamed(JsonNode step, RecordedDocuments documents) {
        return step.has("expect") || step.path("do").asString("").equals("mark") ? documents.named(step) : step;
    }

    /** A refusal must leave everything as it was. */
    private static List<String> refused(Operation.ExpectError expected, ScenarioCompany company) {
        var before = Trace.of(company);
        return switch (company.execute(expected.attempt())) {
            case Outcome.Done _ -> List.of("was not refused");
            case Outcome.Refused refused -> Trace.of(company).equals(before)
                    ? List.of()
                    : List.of("was refused and left a trace: " + refused.reasons());
        };
    }

    private List<String> play(JsonNode step, ScenarioCompany company, Expectations expectations) {
        if (step.has("expect")) {
            expectations.compare(step.get("expect"));
            return List.of();
        }
        if (step.path("do").asString("").equals("mark")) {
            expectations.mark(step);
            return List.of();
        }
        var operation = format.operation(step);
        if (operation instanceof Operation.ExpectError attempt) {
            return refused(attempt, company);
        }
        return switch (company.execute(operation)) {
            case Outcome.Done _ -> List.of();
            case Outcome.Refused refused -> refused.reasons();
        };
    }
}
