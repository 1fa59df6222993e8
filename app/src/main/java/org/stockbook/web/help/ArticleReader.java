package org.stockbook.web.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.stockbook.platform.i18n.Language;

/** Makes pages of Markdown: links between files become links between pages, headings get anchors. */
final class ArticleReader {
    private static final Pattern TO_ARTICLE = Pattern.compile("(?:\\.\\./en/)?([a-z]+)\\.md(#.*)?");
    private static final Pattern TO_INDEX = Pattern.compile("\\.\\./([A-Za-z-]+)/README\\.md");

    private final List<org.commonmark.Extension> extensions = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private final Parser parser = Parser.builder().extensions(extensions).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(extensions)
            // Long lines of an example are moved by keyboard, too.
            .attributeProviderFactory(_ -> (_, tag, attributes) -> {
                if (tag.equals("pre")) {
                    attributes.put("tabindex", "0");
                }
            }).build();

    Article read(String name, Language language, String text) {
        var document = parser.parse(text);
        document.accept(new Links());
        var sections = new Sections();
        document.accept(sections);
        sections.close();
        return new Article(name, language, sections.title, renderer.render(document), sections.found);
    }

    /** Where a link of a file leads inside the program; nothing where the program does not show it. */
    private static Optional<String> address(String link) {
        var index = TO_INDEX.matcher(link);
        if (index.matches()) {
            return Optional.of("/help?language=" + index.group(1));
        }
        if (link.endsWith("/errors.md")) {
            return Optional.of("/help/errors");
        }
        var article = TO_ARTICLE.matcher(link);
        if (article.matches()) {
            return Optional.of("/help/" + article.group(1) + (article.group(2) == null ? "" : article.group(2)));
        }
        return link.startsWith("..") ? Optional.empty() : Optional.of(link);
    }

    private static final class Links extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            address(link.getDestination()).ifPresentOrElse(link::setDestination, () -> {
                while (link.getFirstChild() != null) {
                    link.insertBefore(link.getFirstChild());
                }
                link.unlink();
            });
        }
    }

    /** Cuts an article at its headings. */
    private static final class Sections extends AbstractVisitor {
        private final IdGenerator anchors = IdGenerator.builder().build();
        private final List<Article.Section> found = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private final List<String> names = new ArrayList<>();
        private String title = "";
        private String anchor = "";
        private String heading = "";

        @Override
        public void visit(Heading node) {
            close();
            heading = textOf(node);
            anchor = anchors.generateId(heading);
            title = title.isEmpty() ? heading : title;
        }

        @Override
        public void visit(Emphasis node) {
            names.add(textOf(node));
            visitChildren(node);
        }

        @Override
        public void visit(StrongEmphasis node) {
            names.add(textOf(node));
            visitChildren(node);
        }

        @Override
        public void visit(Text node) {
            words.append(node.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak node) {
            words.append(' ');
        }

        void close() {
            if (!words.isEmpty() || !heading.isEmpty()) {
                found.add(new Article.Section(anchor, heading, words.toString(), names));
            }
            words.setLength(0);
            names.clear();
        }
    }

    private static String textOf(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak part) {
                text.append(' ');
            }
        });
        return text.toString();
    }
}
