package org.stockbook.journals.drafts;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalSaved;
import org.stockbook.journals.StandardJournal;
import org.stockbook.journals.StandardJournalRequest;
import org.stockbook.journals.StandardKept;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.LineDimensions;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Keeps lines as standard journals and takes them into batches again (spec: journals, section 10). */
@Component
public class KeepStandardJournals {
    private static final int LONGEST_CODE = 10;
    /** Figures that were not kept are found anew. */
    private static final Set<JournalField> FOUND_ANEW = EnumSet.of(JournalField.QUANTITY, JournalField.UNIT_AMOUNT, JournalField.AMOUNT);

    private final StandardJournals standards;
    private final JournalDrafts drafts;
    private final LineDimensions dimensions;
    private final SaveJournalLines saving;
    private final Permissions permissions;

    KeepStandardJournals(
            StandardJournals standards, JournalDrafts drafts, LineDimensions dimensions, SaveJournalLines saving, Permissions permissions) {
        this.standards = standards;
        this.drafts = drafts;
        this.dimensions = dimensions;
        this.saving = saving;
        this.permissions = permissions;
    }

    @Transactional(readOnly = true)
    public List<StandardJournal> all() {
        permissions.require(Permission.EDIT_ITEM_JOURNAL);
        return standards.all();
    }

    /** The lines stay in the batch. */
    @Transactional
    public StandardKept save(JournalAddress address, StandardJournalRequest request) {
        permissions.require(address.kind().editing());
        if (request.code().isBlank() || request.code().length() > LONGEST_CODE) {
            return request.code().isBlank()
                    ? new StandardKept.Refused("common.field-required", Map.of("field", "standardJournalCode"))
                    : new StandardKept.Refused("api.value-unreadable", Map.of("field", "standardJournalCode", "value", request.code()));
        }
        var batch = drafts.lock(address);
        if (drafts.lines(batch, 0, 1).isEmpty()) {
            return new StandardKept.Refused("common.nothing-to-post", Map.of());
        }
        if (!request.replace() && standards.find(address.kind(), request.code()).isPresent()) {
            return new StandardKept.Refused("common.confirmation-required", Map.of("field", "replace"));
        }
        standards.save(batch, request);
        return new StandardKept.Saved(standards.find(address.kind(), request.code()).orElseThrow());
    }

    /** Puts the lines at the end of a batch, with date and number of the line above. */
    @Transactional
    public StandardKept take(JournalAddress address, String code) {
        permissions.require(address.kind().editing());
        if (standards.find(address.kind(), code).isEmpty()) {
            return new StandardKept.Refused("api.reference-not-found", Map.of("field", "standardJournalCode", "value", code));
        }
        var changes = dimensions.named(standards.lines(address.kind(), code)).stream().map(KeepStandardJournals::added).toList();
        return switch (saving.save(address, changes)) {
            case JournalSaved.Kept kept -> new StandardKept.Taken(kept);
            case JournalSaved.ChangedByAnother _ -> new StandardKept.Refused("common.changed-by-another", Map.of());
        };
    }

    private static JournalLineChange added(Draft line) {
        var typed = new EnumMap<JournalField, String>(JournalField.class);
        typed.putAll(line.values().texts());
        FOUND_ANEW.stream().filter(field -> line.values().figure(field).filter(figure -> figure.signum() != 0).isEmpty()).forEach(typed::remove);
        return new JournalLineChange.Added(0, typed);
    }

    @Transactional
    public void delete(JournalKind kind, String code) {
        permissions.require(kind.editing());
        standards.remove(kind, code);
    }
}
