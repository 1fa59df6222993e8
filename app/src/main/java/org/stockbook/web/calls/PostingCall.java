package org.stockbook.web.calls;

import java.util.Map;
import org.stockbook.platform.rows.Kind;

/**
 * A call that posts lines, as it is described to programs.
 *
 * @param address under {@code /api/v1}
 * @param lines the property of the request that holds the lines
 * @param fields what a line may hold
 * @param answer what the answer holds beside the lines
 */
public record PostingCall(String address, String lines, Map<String, Kind> fields, Map<String, Kind> answer) {
    public PostingCall {
        fields = Map.copyOf(fields);
        answer = Map.copyOf(answer);
    }
}
