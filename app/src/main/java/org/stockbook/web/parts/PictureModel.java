package org.stockbook.web.parts;

import java.util.List;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Picture;
import org.stockbook.web.View;

/** A picture ready to be drawn as SVG. */
public record PictureModel(String title, int width, int height, List<Box> boxes, List<Line> lines) {
    public static final PictureModel NONE = new PictureModel("", 0, 0, List.of(), List.of());

    public PictureModel {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    public static PictureModel of(View view, Picture picture) {
        return new PictureModel(view.text(picture.title()), picture.width(), picture.height(),
                picture.boxes().stream().map(box -> new Box(box.x(), box.y(), box.width(), box.height(), style(box.look()), shown(view, box.caption()), box.name(),
                        view.formats().amount(box.figure()), shown(view, box.detail()), box.link())).toList(),
                picture.lines().stream().map(line -> new Line(path(line), line.thickness(), style(line.look()))).toList());
    }

    private static String shown(View view, Report.Message message) {
        return message.key().isEmpty() ? "" : view.text(message);
    }

    private static String style(Picture.Look look) {
        return switch (look) {
            case PLAIN -> "";
            case TARGET -> "target";
            case DASHED -> "dashed";
        };
    }

    private static String path(Picture.Line line) {
        var middle = (line.fromX() + line.toX()) / 2;
        return "M" + line.fromX() + " " + line.fromY() + " C" + middle + " " + line.fromY() + " " + middle + " " + line.toY() + " " + line.toX() + " " + line.toY();
    }

    public boolean isGiven() {
        return width > 0;
    }

    public record Box(int x, int y, int width, int height, String style, String caption, String name, String figure, String detail, String link) {}

    /** @param path as SVG has it */
    public record Line(String path, int thickness, String style) {}
}
