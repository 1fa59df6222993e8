package org.stockbook.scenario.expectation;

import java.util.Map;

/**
 * What decides which parts of an expectation are compared.
 *
 * @param accountKinds what each account of the fixture is for
 * @param keepsDimensions the company keeps dimensions on entries
 */
public record Surroundings(Map<String, String> accountKinds, boolean keepsDimensions) {
    boolean isAccountOfInvoices(String account) {
        return Separable.isOfInvoices(accountKinds.getOrDefault(account, ""));
    }
}
