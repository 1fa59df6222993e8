package org.stockbook.journals.drafts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalBatch;
import org.stockbook.journals.JournalLine;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalPosting;
import org.stockbook.journals.JournalSaved;
import org.stockbook.journals.JournalTotals;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.PostingPreview;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** The item journal over its drafts: what needs more than a look at them is a use case of its own. */
@Component
class DraftedItemJournals implements ItemJournals {
    private final JournalDrafts drafts;
    private final LineDimensions dimensions;
    private final SaveJournalLines saving;
    private final PreviewJournal previewing;
    private final PostJournal posting;
    private final Permissions permissions;

    DraftedItemJournals(
            JournalDrafts drafts,
            LineDimensions dimensions,
            SaveJournalLines saving,
            PreviewJournal previewing,
            PostJournal posting,
            Permissions permissions) {
        this.drafts = drafts;
        this.dimensions = dimensions;
        this.saving = saving;
        this.previewing = previewing;
        this.posting = posting;
        this.permissions = permissions;
    }

    @Override
    @Transactional
    public List<JournalBatch> batches() {
        permissions.require(Permission.EDIT_ITEM_JOURNAL);
        return existing().stream().map(this::shown).toList();
    }

    private Collection<DraftBatch> existing() {
        var batches = drafts.batches();
        if (!batches.isEmpty()) {
            return batches;
        }
        drafts.createDefault();
        return drafts.batches();
    }

    private JournalBatch shown(DraftBatch batch) {
        return new JournalBatch(batch.name(), batch.description(), drafts.totals(batch));
    }

    @Override
    @Transactional
    public Optional<JournalBatch> batch(JournalBatchName name) {
        permissions.require(Permission.EDIT_ITEM_JOURNAL);
        return existing().stream().filter(batch -> batch.name().equals(name)).findFirst().map(this::shown);
    }

    @Override
    @Transactional(readOnly = true)
    public List<JournalLine> lines(JournalBatchName batch, int skip, int top) {
        permissions.require(Permission.EDIT_ITEM_JOURNAL);
        return dimensions.named(drafts.lines(known(batch), skip, top)).stream().map(Draft::shown).toList();
    }

    private DraftBatch known(JournalBatchName name) {
        return drafts.batch(name).orElseThrow(() -> new IllegalArgumentException("no batch " + name));
    }

    @Override
    public JournalSaved save(JournalBatchName batch, List<? extends JournalLineChange> changes) {
        return saving.save(batch, changes);
    }

    @Override
    @Transactional
    public JournalTotals delete(JournalBatchName name, List<Long> lineIds) {
        permissions.require(Permission.EDIT_ITEM_JOURNAL);
        var batch = drafts.lock(name);
        drafts.delete(batch, lineIds);
        drafts.raiseVersion(batch);
        return drafts.totals(batch);
    }

    @Override
    public List<LineIssue> validate(JournalBatchName batch) {
        return previewing.preview(batch).issues();
    }

    @Override
    public PostingPreview preview(JournalBatchName batch) {
        return previewing.preview(batch);
    }

    @Override
    public JournalPosting post(JournalBatchName batch, long version, String idempotencyKey) {
        return posting.post(batch, version, idempotencyKey);
    }
}
