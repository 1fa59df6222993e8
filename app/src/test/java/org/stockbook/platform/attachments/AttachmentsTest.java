package org.stockbook.platform.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** Which files are taken, and what is kept of them (spec: ui, section 7). */
@SpringBootTest(properties = {"stockbook.books-of-test=AttachmentsTest", "stockbook.attachments.most-bytes=20000"})
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class AttachmentsTest {
    private static final AttachedTo ITEM = new AttachedTo("item", 7);
    private static final AttachedTo OTHER = new AttachedTo("item", 8);

    @Autowired
    private Attachments attachments;

    @Autowired
    private DSLContext database;

    @BeforeEach
    void nothing_is_attached() {
        database.execute("DELETE FROM attachment");
    }

    @Test
    void a_file_is_kept_as_it_came_and_belongs_to_one_record_only() {
        var pdf = text("%PDF-1.7\n1 0 obj\n");

        var kept = attached(attachments.add(ITEM, "Confirmation.pdf", pdf, "ann"));

        assertThat(kept).extracting(Attachment::fileName, Attachment::mediaType, Attachment::size, Attachment::by).containsExactly("Confirmation.pdf", "application/pdf", pdf.length, "ann");
        assertThat(attachments.of(ITEM)).containsExactly(kept);
        assertThat(attachments.read(ITEM, kept.id()).orElseThrow().bytes()).isEqualTo(pdf);
        assertThat(attachments.of(OTHER)).isEmpty();
        assertThat(attachments.read(OTHER, kept.id())).isEmpty();
        assertThat(attachments.remove(OTHER, kept.id())).isEmpty();
        assertThat(attachments.remove(ITEM, kept.id())).contains(kept);
        assertThat(attachments.of(ITEM)).isEmpty();
    }

    @Test
    void bytes_are_kept_once_and_as_long_as_a_record_has_them() {
        var kept = attached(attachments.add(ITEM, "a.pdf", text("%PDF-1.7\n"), "ann"));
        attachments.carry(ITEM, OTHER);
        assertThat(database.fetchCount(database.selectFrom("attached_content"))).isEqualTo(1);

        attachments.remove(ITEM, kept.id());
        assertThat(attachments.of(OTHER)).singleElement().satisfies(carried -> {
            assertThat(carried.at()).isEqualTo(kept.at());
            assertThat(attachments.read(OTHER, carried.id()).orElseThrow().bytes()).isEqualTo(text("%PDF-1.7\n"));
            attachments.remove(OTHER, carried.id());
        });
        assertThat(database.fetchCount(database.selectFrom("attached_content"))).isZero();
    }

    /** A page or a drawing with a script in it would be run by whoever opens it here; a program would be run by whoever opens it at home. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order.pdf     | <!DOCTYPE html><html><script>alert(1)</script></html>
            order.txt     | <html><body onload="alert(1)">
            picture.png   | <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>
            price.csv     | MZ\u0090\u0000\u0003
            readme.txt    | #!/bin/sh
            """)
    void what_a_file_is_counts_and_not_what_it_is_called(String name, String content) {
        assertThat(attachments.add(ITEM, name, text(content), "ann")).isInstanceOf(AttachOutcome.OtherKind.class);
        assertThat(attachments.of(ITEM)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"invoice.exe, invoice.exe.pdf", "C:\\Users\\Ann\\Invoice 7.PDF, Invoice 7.PDF", "../../etc/passwd, passwd.pdf", "'', file.pdf", "a\"b<\u0007c.pdf, a b c.pdf",
        "Pr\u00f8ve \u202efdp.pdf, Pr\u00f8ve  fdp.pdf"})
    void a_name_is_no_more_than_a_name_and_ends_as_the_file_is(String sent, String name) {
        assertThat(attached(attachments.add(ITEM, sent, text("%PDF-1.7\n"), "ann")).fileName()).isEqualTo(name);
    }

    @Test
    void too_large_and_empty_files_are_refused() {
        assertThat(attachments.add(ITEM, "a.txt", new byte[0], "ann")).isEqualTo(new AttachOutcome.Empty());
        assertThat(attachments.add(ITEM, "a.txt", text("x".repeat(20_001)), "ann")).isEqualTo(new AttachOutcome.TooLarge(20_000));
        assertThat(attachments.add(ITEM, "a.txt", text("x".repeat(20_000)), "ann")).isInstanceOf(AttachOutcome.Attached.class);
    }

    @Test
    void sheets_are_taken_and_other_archives_are_not() throws IOException {
        assertThat(attached(attachments.add(ITEM, "prices.xlsx", archive("xl/workbook.xml"), "ann")).mediaType()).endsWith("spreadsheetml.sheet");
        assertThat(attachments.add(ITEM, "prices.zip", archive("run.exe"), "ann")).isEqualTo(new AttachOutcome.OtherKind("application/zip"));
    }

    /** The place where a photo was taken is nobody's business (spec: ui, section 7). */
    @Test
    void photos_lose_the_place_and_keep_the_picture() throws IOException {
        for (var format : new String[] {"jpeg", "png"}) {
            var plain = picture(format);
            var tagged = format.equals("png") ? withChunk(plain) : withSegment(plain);
            assertThat(new String(tagged, StandardCharsets.ISO_8859_1)).contains("GPS 55.67");

            var kept = attached(attachments.add(ITEM, "photo." + format, tagged, "ann"));

            var bytes = attachments.read(ITEM, kept.id()).orElseThrow().bytes();
            assertThat(bytes).isEqualTo(plain);
            assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(40);
        }
    }

    private static byte[] picture(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] withSegment(byte[] jpeg) {
        var tag = text("Exif\0\0GPS 55.67");
        return ByteBuffer.allocate(jpeg.length + 4 + tag.length).put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (2 + tag.length)).put(tag).put(jpeg, 2, jpeg.length - 2).array();
    }

    private static byte[] withChunk(byte[] png) {
        var tag = text("tEXtPlace\0GPS 55.67");
        var sum = new CRC32();
        sum.update(tag);
        var head = 33;
        return ByteBuffer.allocate(png.length + 8 + tag.length).put(png, 0, head).putInt(tag.length - 4).put(tag).putInt((int) sum.getValue()).put(png, head, png.length - head).array();
    }

    private static byte[] archive(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Attachment attached(AttachOutcome outcome) {
        assertThat(outcome).isInstanceOf(AttachOutcome.Attached.class);
        return ((AttachOutcome.Attached) outcome).attachment();
    }
}
