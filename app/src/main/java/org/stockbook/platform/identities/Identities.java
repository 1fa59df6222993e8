package org.stockbook.platform.identities;

import static org.stockbook.platform.database.jooq.Tables.IDENTITY_SPACE;

import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Makes and reads the ids of this company's records. */
@Component
public class Identities {
    /** What an id looks like in an address. */
    public static final String SHAPE = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    private final DSLContext database;
    private final Map<String, Long> beginnings = new ConcurrentHashMap<>();
    private volatile OptionalLong space = OptionalLong.empty();

    Identities(DSLContext database) {
        this.database = database;
    }

    /**
     * The id of a record.
     *
     * @param resource its collection in the API
     * @param key of its row
     */
    public String of(String resource, long key) {
        return Identity.of(beginning(resource), key).toString();
    }

    /** The key of the row that is meant; nothing for an id of another resource or company, or what is no id at all. */
    public OptionalLong key(String resource, String id) {
        return isId(id) ? new Identity(UUID.fromString(id)).keyBehind(beginning(resource)) : OptionalLong.empty();
    }

    public static boolean isId(String text) {
        return PATTERN.matcher(text).matches();
    }

    private long beginning(String resource) {
        return beginnings.computeIfAbsent(resource, name -> Identity.beginning(name, space()));
    }

    /** Drawn once when the tables of the company were made, so it may be kept. */
    private long space() {
        if (space.isEmpty()) {
            space = OptionalLong.of(database.select(IDENTITY_SPACE.NUMBER).from(IDENTITY_SPACE).fetchSingle().value1());
        }
        return space.getAsLong();
    }
}
