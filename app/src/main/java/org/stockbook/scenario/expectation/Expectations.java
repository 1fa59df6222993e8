package org.stockbook.scenario.expectation;

import java.util.Set;
import org.stockbook.scenario.company.ScenarioCompany;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what a scenario expects with what the ledgers of its company hold. */
public final class Expectations {
    private static final Set<String> BESIDE_SECTIONS = Set.of("checkpoint", "since", "assert", "completes", "entry_dimensions");

    private final ScenarioCompany company;
    private final JsonMapper mapper;
    private final Surroundings surroundings;
    private final Marks marks = new Marks();
    private final RecordedNumbers recorded = new RecordedNumbers();
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
        if (!query.has("pick")) {
            query.put("pick", "last");
        }
        marks.set(step.get("name").asString(), expressions().entryNumber(query));
    }

    /** Expressions over the ledgers as they stand now. */
    public Expressions expressions() {
        return new Expressions(new Ledgers(company, mapper), marks);
    }

    public void compare(JsonNode expectation) {
        var ledgers = new Ledgers(company, mapper);
        var checkpoint = new Checkpoint(ledgers, marks, recorded, surroundings, findings);
        var assertions = new Assertions(new Expressions(ledgers, marks), surroundings, findings);
        for (var name : expectation.propertyNames()) {
            if (!Checkpoint.LEDGER_OF_SECTION.containsKey(name) && !BESIDE_SECTIONS.contains(name)) {
                throw new NotUnderstood("\"" + name + "\" in an expectation");
            }
        }
        checkpoint.compare(expectation);
        for (var assertion : expectation.path("assert")) {
            assertions.check(assertion);
        }
    }
}
