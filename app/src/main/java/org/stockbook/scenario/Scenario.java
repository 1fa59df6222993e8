package org.stockbook.scenario;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A scenario as it stands in its file.
 *
 * @param requires tags of everything its steps use
 * @param fixture name of the state of the company before the first step
 * @param steps operations, marks and expectations in order, not read further yet: a scenario that is skipped may name anything
 */
public record Scenario(String id, String title, Set<String> requires, String fixture, List<JsonNode> steps) {}
