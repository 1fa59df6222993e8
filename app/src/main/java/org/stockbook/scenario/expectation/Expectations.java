package org.stockbook.scenario.expectation;

import java.util.Set;
import org.stockbook.scenario.company.ScenarioCompany;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Compares what a scenario expects with what the ledgers of its company hold. */
public final class Expectations {
    private static final Set<String> BESIDE_SECTIONS = Set.of("checkpoint", "since", "assert", "completes", "entry_dimensions");

    private final ScenarioCompany company;
    private final JsonMapper mapper;
    private final Surroundings surroundings;
    private final Marks marks = new Marks();
    private final Findings findings = new Findings();

    public Expectations(ScenarioCompany company, JsonMapper mapper, Surroundings surroundings) {
        this.company = company;
        this.mapper = mapper;
        this.surroundings = surroundings;
    }

    public Findings findings() {
        return findings;
    }

    /** Remembers the number of an entry under a name. */
    public void mark(JsonNode step) {
        Queries.knowOnly(step, Set.of("do", "name", "ledger", "pick", "where"));
        var query = mapper.createObjectNode();
        for (var part : step.properties()) {
            if (!Set.of("do", "name").contains(part.getKey())) {
                query.set(part.getKey(), part.getValue());
            }
        }
        marks.set(step.get("name").asString(), expressions().entryNumber(query));
    }

    /** Expressions over the ledgers as they stand now. */
    public Expressions expressions() {
        return new Expressions(new Ledgers(company, mapper), marks);
    }

    public void compare(JsonNode expectation) {
        var ledgers = new Ledgers(company, mapper);
        var checkpoint = new Checkpoint(ledgers, marks, surroundings, findings);
        var assertions = new Assertions(new Expressions(ledgers, marks), surroundings, findings);
        var label = expectation.path("checkpoint").asString("");
        var since = expectation.path("since");
        for (var part : expectation.properties()) {
            if (Checkpoint.LEDGER_OF_SECTION.containsKey(part.getKey())) {
                checkpoint.compare(label, part.getKey(), part.getValue(), since.isObject() ? since : MissingNode.getInstance());
            } else if (!BESIDE_SECTIONS.contains(part.getKey())) {
                throw new NotUnderstood("\"" + part.getKey() + "\" in an expectation");
            }
        }
        for (var assertion : expectation.path("assert")) {
            assertions.check(assertion);
        }
    }
}
