package org.stockbook.kernel.proof;

import java.util.Arrays;

/** Arrows between points that are numbered from zero. */
final class Edges {
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int count;

    void add(int start, int end) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        from[count] = start;
        to[count] = end;
        count++;
    }

    /** Which points lie on a circle of arrows, or between two circles. */
    boolean[] circles(int points) {
        var left = new boolean[points];
        Arrays.fill(left, true);
        strip(left, from, to);
        strip(left, to, from);
        return left;
    }

    /** Takes away, one after the other, every point that no arrow from a point still left ends in. */
    private void strip(boolean[] left, int[] starts, int[] ends) {
        var points = left.length;
        var entering = new int[points];
        var firsts = new int[points + 1];
        for (var edge = 0; edge < count; edge++) {
            firsts[starts[edge] + 1]++;
            if (left[starts[edge]]) {
                entering[ends[edge]]++;
            }
        }
        for (var point = 0; point < points; point++) {
            firsts[point + 1] += firsts[point];
        }
        var targets = targets(firsts, starts, ends);
        var free = new int[points];
        var last = 0;
        for (var point = 0; point < points; point++) {
            if (left[point] && entering[point] == 0) {
                free[last++] = point;
            }
        }
        for (var next = 0; next < last; next++) {
            var point = free[next];
            left[point] = false;
            for (var index = firsts[point]; index < firsts[point + 1]; index++) {
                var target = targets[index];
                if (left[target] && --entering[target] == 0) {
                    free[last++] = target;
                }
            }
        }
    }

    private int[] targets(int[] firsts, int[] starts, int[] ends) {
        var targets = new int[count];
        var next = firsts.clone();
        for (var edge = 0; edge < count; edge++) {
            targets[next[starts[edge]]++] = ends[edge];
        }
        return targets;
    }
}
