package org.stockbook.scenario.expectation;

import java.util.Map;

/**
 * What decides which parts of an expectation are compared.
 *
 * @param accountKinds what each account of the fixture is for
 * @param globalDimensions the dimension behind each short name, for example {@code global_dimension_1}
 */
public record Surroundings(Map<String, String> accountKinds, Map<String, String> globalDimensions) {
    boolean isAccountOfInvoices(String account) {
        return Separable.isOfInvoices(accountKinds.getOrDefault(account, ""));
    }
}
