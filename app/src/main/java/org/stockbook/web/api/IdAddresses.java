package org.stockbook.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.web.calls.AddressedRecords;

/**
 * Every record can be addressed by its id, whatever is asked of it: before a call is answered, the id in its address is replaced by the number or
 * code that people know the record by, and by the key of its row where they know none. Permissions and scopes are checked by what answers; an id
 * that means nothing is the address of no record.
 */
@Component
class IdAddresses extends OncePerRequestFilter {
    private static final Pattern ADDRESS = Pattern.compile("(/api/v1/)([a-z][A-Za-z]+)/(" + Identities.SHAPE + ")((?:/.*)?)");
    private static final Set<String> KNOWN_TO_PEOPLE = Set.of("number", "code");
    /** Key 0 stands for "none" in every table. */
    private static final String NO_RECORD = "0";

    private final ObjectProvider<Resources> resources;
    private final ObjectProvider<AddressedRecords> others;

    IdAddresses(ObjectProvider<Resources> resources, ObjectProvider<AddressedRecords> others) {
        this.resources = resources;
        this.others = others;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var matcher = ADDRESS.matcher(request.getRequestURI());
        if (!matcher.matches()) {
            chain.doFilter(request, response);
            return;
        }
        var address = matcher.group(1) + matcher.group(2) + "/" + address(matcher.group(2), matcher.group(3)) + matcher.group(4);
        chain.doFilter(new Readdressed(request, address), response);
    }

    private String address(String collection, String id) {
        return others.stream().flatMap(records -> records.address(collection, id).stream()).findFirst().map(IdAddresses::encoded).orElseGet(() -> resources.getObject().named(collection)
                .map(resource -> address(resource, id)).orElse(id));
    }

    private static String address(Resource resource, String id) {
        var key = resource.ids().keyOf(id);
        if (key.isEmpty()) {
            return NO_RECORD;
        }
        var name = resource.key().size() == 1 ? resource.key().getFirst() : "";
        if (!KNOWN_TO_PEOPLE.contains(name)) {
            return Long.toString(key.getAsLong());
        }
        var request = RowRequest.of(Criterion.equal(resource.ids().column().orElseThrow(), key.getAsLong())).selecting(Set.of(name)).page(0, 2);
        return resource.rows().read(request).rows().stream().findFirst().map(row -> name + ":" + encoded(row.text(name))).orElse(NO_RECORD);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
    }

    /** The same call at another address. */
    private static final class Readdressed extends HttpServletRequestWrapper {
        private final String address;

        private Readdressed(HttpServletRequest request, String address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getRequestURI() {
            return address;
        }

        @Override
        public StringBuffer getRequestURL() {
            var whole = super.getRequestURL();
            return whole.replace(whole.length() - super.getRequestURI().length(), whole.length(), address);
        }

        @Override
        public String getServletPath() {
            return address;
        }
    }
}
