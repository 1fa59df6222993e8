package org.stockbook.journals.drafts;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.journals.BatchDetails;
import org.stockbook.journals.BatchKept;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalBatch;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalLine;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalPosting;
import org.stockbook.journals.JournalSaved;
import org.stockbook.journals.JournalTotals;
import org.stockbook.journals.KeptJournalLine;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.PostingPreview;
import org.stockbook.journals.StockAfterLine;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.LineDimensions;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** The item journal over its drafts: what needs more than a look at them is a use case of its own. */
@Component
class DraftedItemJournals implements ItemJournals {
    private final JournalDrafts drafts;
    private final KeepJournalBatches batches;
    private final LineDimensions dimensions;
    private final SaveJournalLines saving;
    private final PreviewJournal previewing;
    private final PostJournal posting;
    private final Permissions permissions;

    DraftedItemJournals(
            JournalDrafts drafts,
            KeepJournalBatches batches,
            LineDimensions dimensions,
            SaveJournalLines saving,
            PreviewJournal previewing,
            PostJournal posting,
            Permissions permissions) {
        this.drafts = drafts;
        this.batches = batches;
        this.dimensions = dimensions;
        this.saving = saving;
        this.previewing = previewing;
        this.posting = posting;
        this.permissions = permissions;
    }

    @Override
    @Transactional(readOnly = true)
    public List<JournalBatch> batches(JournalKind kind) {
        permissions.require(kind.editing());
        return drafts.batches(kind).stream().map(this::shown).toList();
    }

    private JournalBatch shown(DraftBatch batch) {
        return batch.shown(drafts.totals(batch));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<JournalBatch> batch(JournalAddress address) {
        permissions.require(address.kind().editing());
        return drafts.batch(address).map(this::shown);
    }

    @Override
    public BatchKept create(JournalAddress batch, BatchDetails details) {
        return batches.create(batch, details);
    }

    @Override
    @Transactional(readOnly = true)
    public List<JournalLine> lines(JournalAddress batch, int skip, int top) {
        permissions.require(batch.kind().editing());
        return dimensions.named(drafts.lines(known(batch), skip, top)).stream().map(Draft::shown).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<KeptJournalLine> line(long id) {
        return drafts.line(id).filter(found -> permissions.has(found.batch().kind().editing())).map(found -> new KeptJournalLine(found.batch(),
                dimensions.named(List.of(found.line())).getFirst().shown(), found.changedBy(), found.changedAt()));
    }

    private DraftBatch known(JournalAddress address) {
        return drafts.batch(address).orElseThrow(() -> new IllegalArgumentException("no batch " + address));
    }

    @Override
    public JournalSaved save(JournalAddress batch, List<? extends JournalLineChange> changes) {
        return saving.save(batch, changes);
    }

    @Override
    @Transactional
    public JournalTotals delete(JournalAddress address, List<Long> lineIds) {
        permissions.require(address.kind().editing());
        var batch = drafts.lock(address);
        drafts.delete(batch, lineIds);
        drafts.raiseVersion(batch);
        return drafts.totals(batch);
    }

    @Override
    public List<LineIssue> validate(JournalAddress batch) {
        return previewing.preview(batch).issues();
    }

    @Override
    @Transactional(readOnly = true)
    public List<StockAfterLine> stockAfter(JournalAddress address, long lineId) {
        permissions.require(address.kind().editing());
        permissions.require(Permission.READ_INVENTORY);
        return address.kind() == JournalKind.REVALUATION ? List.of() : drafts.batch(address).map(batch -> drafts.stockAfter(batch, lineId)).orElseGet(List::of);
    }

    @Override
    public PostingPreview preview(JournalAddress batch) {
        return previewing.preview(batch);
    }

    @Override
    public JournalPosting post(JournalAddress batch, long version, String idempotencyKey) {
        return posting.post(batch, version, false, idempotencyKey);
    }

    @Override
    public JournalPosting postAllDue(JournalAddress batch, String idempotencyKey) {
        return posting.post(batch, 0, true, idempotencyKey);
    }
}
