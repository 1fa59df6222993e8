package org.stockbook.costs.web;

import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.costing.CostExplanation.Known;
import org.stockbook.kernel.costing.CostExplanation.Node;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Picture;
import org.stockbook.web.Report.Picture.Box;
import org.stockbook.web.Report.Picture.Line;
import org.stockbook.web.Report.Picture.Look;

/** Draws the chain of events behind a cost: sources at the left, what is explained at the right, flows as thick as their cost. */
final class ChainPicture {
    private static final int BOX_WIDTH = 304;
    private static final int BOX_HEIGHT = 72;
    private static final int COLUMN = 360;
    private static final int ROW = 88;
    private static final int MOST_BOXES = 40;
    private static final int THICKEST = 14;

    private final Amount whole;
    private final int depth;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private int rows;

    private ChainPicture(Node root, int depth) {
        this.whole = root.amount().abs();
        this.depth = depth;
    }

    static Picture of(Message title, Node root) {
        var depth = 1;
        while (depth < deepest(root, 0) && boxes(root, depth + 1) <= MOST_BOXES) {
            depth++;
        }
        var picture = new ChainPicture(root, depth);
        picture.draw(root, 0);
        return new Picture(title, depth * COLUMN + BOX_WIDTH + 2, Math.max(1, picture.rows) * ROW, picture.boxes, picture.lines);
    }

    private static int deepest(Node node, int level) {
        return node.causes().stream().mapToInt(cause -> deepest(cause, level + 1)).max().orElse(level);
    }

    private static int boxes(Node node, int levels) {
        return 1 + (levels == 0 ? 0 : node.causes().stream().mapToInt(cause -> boxes(cause, levels - 1)).sum());
    }

    /** Causes first, one below the other; then what they cause, at half their height. */
    private int draw(Node node, int level) {
        var x = (depth - level) * COLUMN + 1;
        var causes = level < depth ? node.causes() : List.<Node>of();
        var middles = new ArrayList<Integer>();
        for (var cause : causes) {
            middles.add(draw(cause, level + 1));
        }
        var y = causes.isEmpty() ? rows++ * ROW + 2 : (middles.getFirst() + middles.getLast()) / 2 - BOX_HEIGHT / 2;
        var middle = y + BOX_HEIGHT / 2;
        for (var at = 0; at < causes.size(); at++) {
            var cause = causes.get(at);
            lines.add(new Line(x - COLUMN + BOX_WIDTH, middles.get(at), x, middle, thickness(cause.amount()), look(cause, level + 1)));
        }
        boxes.add(new Box(x, y, BOX_WIDTH, BOX_HEIGHT, look(node, level), CostEvents.caption(node.event()), CostEvents.document(node.event()),
                node.amount().value(), CostEvents.detail(node), CostEvents.link(node.event())));
        return middle;
    }

    private static Look look(Node node, int level) {
        if (level == 0) {
            return Look.TARGET;
        }
        return node.known() == Known.LATER ? Look.DASHED : Look.PLAIN;
    }

    private int thickness(Amount amount) {
        return whole.isZero() ? 1 : (int) Math.clamp(amount.abs().unscaled() * THICKEST / whole.unscaled(), 1, THICKEST);
    }
}
