package org.stockbook.items.store.pictures;

import static org.stockbook.platform.database.jooq.Tables.ITEM;
import static org.stockbook.platform.database.jooq.Tables.ITEM_PICTURE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.stockbook.items.pictures.DrawnPicture;
import org.stockbook.items.pictures.ItemPictures.Pictures;
import org.stockbook.items.pictures.ItemPictures.Shown;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;

/** Pictures in the database, so that a backup holds them too. */
@Repository
class PicturesInPostgres implements Pictures {
    private static final String ADD = """
            INSERT INTO item_picture (item_id, file_name, media_type, width, height, content, thumbnail)
            SELECT id, left(?, 250), ?, ?, ?, ?, ? FROM item WHERE no = ? AND deleted_at IS NULL
            RETURNING id, file_name, media_type, width, height""";
    private static final String OF = """
            SELECT p.id, p.file_name, p.media_type, p.width, p.height FROM item_picture p JOIN item i ON i.id = p.item_id WHERE i.no = ? ORDER BY p.id""";

    private final DSLContext database;

    PicturesInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<Row> add(String item, String fileName, DrawnPicture picture) {
        return database.fetchOptional(ADD, fileName, picture.mediaType(), picture.width(), picture.height(), picture.content(), picture.thumbnail(), item)
                .map(PicturesInPostgres::row);
    }

    private static Row row(Record picture) {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", picture.get(0, Long.class));
        values.put("fileName", picture.get(1, String.class));
        values.put("mediaType", picture.get(2, String.class));
        values.put("width", picture.get(3, Long.class));
        values.put("height", picture.get(4, Long.class));
        return new Row(values);
    }

    @Override
    public Optional<Shown> read(long id, boolean small) {
        var column = small ? "thumbnail" : "content";
        return database.fetchOptional("SELECT media_type, " + column + " FROM item_picture WHERE id = ?", id)
                .map(row -> new Shown(row.get(0, String.class), row.get(1, byte[].class)));
    }

    @Override
    public RowSource rows() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("itemNumber", ITEM.NO);
        fields.put("fileName", ITEM_PICTURE.FILE_NAME);
        fields.put("mediaType", ITEM_PICTURE.MEDIA_TYPE);
        fields.put("width", ITEM_PICTURE.WIDTH);
        fields.put("height", ITEM_PICTURE.HEIGHT);
        return new TableRows(database, _ -> ITEM_PICTURE.join(ITEM).on(ITEM.ID.eq(ITEM_PICTURE.ITEM_ID)), fields, List.of(Sort.ascending("itemNumber"), Sort.ascending("id")))
                .identifiedBy(ITEM_PICTURE.ID);
    }

    @Override
    public List<Row> of(String item) {
        return database.fetch(OF, item).map(PicturesInPostgres::row);
    }

    @Override
    public boolean remove(long id) {
        return database.execute("DELETE FROM item_picture WHERE id = ?", id) == 1;
    }
}
