package org.stockbook.items.pictures;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Draws an uploaded picture anew, so that nothing but the picture is kept, and a small one beside it (spec: items, section 12; ui, section 7). */
final class DrawPicture {
    static final int LARGEST_FILE = 10_000_000;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int LONGEST_SIDE = 2_000;
    private static final int THUMBNAIL = 96;
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");

    private DrawPicture() {}

    /** Empty if the bytes are no picture of a kind that is taken, or one of absurd size. */
    static Optional<DrawnPicture> from(byte[] file) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return isTaken(reader) ? Optional.of(drawn(reader.read(0))) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isTaken(ImageReader reader) throws IOException {
        return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT)) && (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
    }

    private static DrawnPicture drawn(BufferedImage picture) throws IOException {
        var kept = within(picture, LONGEST_SIDE);
        var format = picture.getColorModel().hasAlpha() ? "png" : "jpeg";
        return new DrawnPicture("image/" + format, kept.getWidth(), kept.getHeight(), bytes(kept, format), bytes(within(picture, THUMBNAIL), format));
    }

    private static BufferedImage within(BufferedImage picture, int longest) {
        var side = Math.max(picture.getWidth(), picture.getHeight());
        var width = side <= longest ? picture.getWidth() : Math.max(1, picture.getWidth() * longest / side);
        var height = side <= longest ? picture.getHeight() : Math.max(1, picture.getHeight() * longest / side);
        var kept = new BufferedImage(width, height, picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = kept.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return kept;
    }

    private static byte[] bytes(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }
}
