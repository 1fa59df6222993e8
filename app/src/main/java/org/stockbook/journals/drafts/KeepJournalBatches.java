package org.stockbook.journals.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.journals.BatchDetails;
import org.stockbook.journals.BatchKept;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalSaved;
import org.stockbook.journals.lines.Draft;
import org.stockbook.organisation.NextNumber;
import org.stockbook.organisation.TakeNumbers;
import org.stockbook.platform.security.Permissions;

/** Makes, changes and removes batches, and numbers their lines anew (spec: journals, sections 2 and 4). */
@Component
public class KeepJournalBatches {
    private static final int LONGEST_NAME = 10;

    private final JournalDrafts drafts;
    private final SaveJournalLines saving;
    private final TakeNumbers numbers;
    private final Permissions permissions;

    KeepJournalBatches(JournalDrafts drafts, SaveJournalLines saving, TakeNumbers numbers, Permissions permissions) {
        this.drafts = drafts;
        this.saving = saving;
        this.numbers = numbers;
        this.permissions = permissions;
    }

    @Transactional
    public BatchKept create(JournalAddress address, BatchDetails details) {
        permissions.require(address.kind().editing());
        var name = address.name().code();
        if (name.isBlank()) {
            return new BatchKept.Refused("common.field-required", Map.of("field", "code"));
        }
        if (name.length() > LONGEST_NAME) {
            return new BatchKept.Refused("api.value-unreadable", Map.of("field", "code", "value", name));
        }
        if (drafts.batch(address).isPresent()) {
            return new BatchKept.Refused("common.already-exists", Map.of("key", name));
        }
        var refused = refusal(address.kind(), details);
        if (refused.isPresent()) {
            return refused.get();
        }
        drafts.create(address, details);
        return kept(address);
    }

    private BatchKept.Kept kept(JournalAddress address) {
        var batch = drafts.batch(address).orElseThrow();
        return new BatchKept.Kept(batch.shown(drafts.totals(batch)));
    }

    private Optional<BatchKept.Refused> refusal(JournalKind kind, BatchDetails details) {
        if (kind == JournalKind.RECURRING && !details.series().isEmpty()) {
            return Optional.of(new BatchKept.Refused("journals.recurring-series", Map.of()));
        }
        if (!details.series().isEmpty() && details.series().equals(details.postingSeries())) {
            return Optional.of(new BatchKept.Refused("journals.series-equal", Map.of()));
        }
        return drafts.unknown(details).map(unknown -> new BatchKept.Refused("api.reference-not-found", unknown));
    }

    /** @param version that was read; 0 overwrites whatever is there */
    @Transactional
    public BatchKept change(JournalAddress address, long version, BatchDetails details) {
        permissions.require(address.kind().editing());
        var batch = drafts.lock(address);
        if (version != 0 && version != batch.version()) {
            return new BatchKept.Refused("common.changed-by-another", Map.of());
        }
        var refused = refusal(address.kind(), details);
        if (refused.isPresent()) {
            return refused.get();
        }
        drafts.change(batch, details);
        drafts.raiseVersion(batch);
        return kept(address);
    }

    /**
     * Removes a batch with its lines.
     *
     * @param version that was read; 0 for whatever is there
     * @return whether it is gone; it stays where somebody has changed it since
     */
    @Transactional
    public boolean delete(JournalAddress address, long version) {
        permissions.require(address.kind().editing());
        var batch = drafts.lock(address);
        if (version != 0 && version != batch.version()) {
            return false;
        }
        drafts.remove(batch);
        return true;
    }

    /**
     * Gives the documents of a batch the next numbers of its series, in the order of the lines; equal consecutive numbers stay one document.
     *
     * @param version that was read; 0 for whatever is there
     */
    @Transactional
    public BatchKept renumber(JournalAddress address, long version) {
        permissions.require(address.kind().editing());
        var batch = drafts.lock(address);
        if (version != 0 && version != batch.version()) {
            return new BatchKept.Refused("common.changed-by-another", Map.of());
        }
        var documents = JournalNumbers.groups(drafts.lines(batch, 0, Integer.MAX_VALUE));
        var next = numbers.foresee(batch.series(), JournalNumbers.dates(documents));
        var changes = new ArrayList<JournalLineChange>();
        for (var i = 0; i < documents.size(); i++) {
            switch (next.get(i)) {
                case NextNumber.None none -> {
                    return new BatchKept.Refused(none.code(), none.parameters());
                }
                case NextNumber.Taken taken -> changes.addAll(numbered(documents.get(i), taken.number()));
            }
        }
        return switch (saving.save(address, changes)) {
            case JournalSaved.Kept _ -> kept(address);
            case JournalSaved.ChangedByAnother _ -> new BatchKept.Refused("common.changed-by-another", Map.of());
        };
    }

    private static List<JournalLineChange> numbered(List<Draft> document, String number) {
        return document.stream()
                .filter(line -> !line.values().text(JournalField.DOCUMENT_NO).equals(number))
                .<JournalLineChange>map(line -> new JournalLineChange.Edited(line.id(), 0, Map.of(JournalField.DOCUMENT_NO, number)))
                .toList();
    }
}
