package org.stockbook.items.pictures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.platform.records.RecordIssue;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Adds, shows and removes pictures of items (spec: items, section 12). */
@Component
public class ItemPictures {
    private final Pictures pictures;
    private final Permissions permissions;

    ItemPictures(Pictures pictures, Permissions permissions) {
        this.pictures = pictures;
        this.permissions = permissions;
    }

    /** What storage is asked for. */
    public interface Pictures {
        /** Keeps a picture; empty where the item is not there. */
        Optional<Row> add(String item, String fileName, DrawnPicture picture);

        Optional<Shown> read(long id, boolean small);

        List<Row> of(String item);

        boolean remove(long id);

        /** All pictures without what they show. */
        RowSource rows();
    }

    /** A picture as it is sent. */
    @SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
    public record Shown(String mediaType, byte[] bytes) {}

    @Transactional
    public RecordOutcome add(String item, String fileName, byte[] file) {
        permissions.require(Permission.CHANGE_ITEMS);
        if (file.length > DrawPicture.LARGEST_FILE) {
            return refused("10 MB");
        }
        return DrawPicture.from(file)
                .map(picture -> pictures.add(item, fileName, picture).<RecordOutcome>map(row -> new RecordOutcome.Saved(List.of(row), 1, 0)).orElseGet(RecordOutcome.NotThere::new))
                .orElseGet(() -> refused("PNG, JPEG, GIF, BMP"));
    }

    private static RecordOutcome refused(String reason) {
        return new RecordOutcome.Refused(List.of(new RecordIssue(0, "content", "api.malformed", Map.of("field", "content", "reason", reason))));
    }

    @Transactional(readOnly = true)
    public Optional<Shown> read(long id, boolean small) {
        permissions.require(Permission.READ_ITEMS);
        return pictures.read(id, small);
    }

    /** Id, name and size of each, without the pictures themselves. */
    @Transactional(readOnly = true)
    public List<Row> of(String item) {
        permissions.require(Permission.READ_ITEMS);
        return pictures.of(item);
    }

    @Transactional
    public boolean remove(long id) {
        permissions.require(Permission.CHANGE_ITEMS);
        return pictures.remove(id);
    }
}
