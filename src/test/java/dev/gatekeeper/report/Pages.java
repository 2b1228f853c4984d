package dev.gatekeeper.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** What a renderer of GitHub's and Jenkins' families makes of a page. */
final class Pages {

    /** What a page is made of that no change can add to. */
    static final Set<String> OUR_OWN = Set.of(
            "Document",
            "Heading",
            "Paragraph",
            "Text",
            "Code",
            "Link",
            "SoftLineBreak",
            "BulletList",
            "ListItem",
            "BlockQuote",
            "FencedCodeBlock",
            "TableBlock",
            "TableHead",
            "TableBody",
            "TableRow",
            "TableCell");

    private static final List<Extension> EXTENSIONS =
            List.of(AutolinkExtension.create(), StrikethroughExtension.create(), TablesExtension.create());

    private Pages() {}

    /** The kinds of nodes that {@code page} has. */
    static Set<String> nodes(String page) {
        Set<String> kinds = new TreeSet<>();
        each(parse(page), node -> kinds.add(node.getClass().getSimpleName()));
        return kinds;
    }

    private static void each(Node node, Consumer<Node> use) {
        use.accept(node);
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            each(child, use);
        }
    }

    /** All that a reader sees, without blanks and line breaks. */
    static String visible(String page) {
        StringBuilder text = new StringBuilder();
        each(parse(page), node -> {
            if (node instanceof Text words) {
                text.append(words.getLiteral());
            } else if (node instanceof Code code) {
                text.append(code.getLiteral());
            } else if (node instanceof FencedCodeBlock block) {
                text.append(block.getLiteral());
            }
        });
        return text.toString().replaceAll("[ \n]+", "");
    }

    /** The text of each heading, led by its level. */
    static List<String> headings(String page) {
        List<String> headings = new ArrayList<>();
        each(parse(page), node -> {
            if (node instanceof Heading heading) {
                headings.add(heading.getLevel() + " "
                        + TextContentRenderer.builder().build().render(heading));
            }
        });
        return headings;
    }

    /** The addresses of its links. */
    static List<String> links(String page) {
        List<String> links = new ArrayList<>();
        each(parse(page), node -> {
            if (node instanceof Link link) {
                links.add(link.getDestination());
            }
        });
        return links;
    }

    /** What stands in its code blocks. */
    static List<String> blocks(String page) {
        List<String> blocks = new ArrayList<>();
        each(parse(page), node -> {
            if (node instanceof FencedCodeBlock block) {
                blocks.add(block.getLiteral());
            }
        });
        return blocks;
    }

    /** The texts that stand in no code span, no code block and no address. */
    static List<String> words(String page) {
        List<String> words = new ArrayList<>();
        each(parse(page), node -> {
            if (node instanceof Text text && !(node.getParent() instanceof Link)) {
                words.add(text.getLiteral());
            }
        });
        return words;
    }

    static String html(String page) {
        return HtmlRenderer.builder().extensions(EXTENSIONS).build().render(parse(page));
    }

    /** What is read, without any markup. */
    static String text(String page) {
        return TextContentRenderer.builder().extensions(EXTENSIONS).build().render(parse(page));
    }

    private static Node parse(String page) {
        return Parser.builder().extensions(EXTENSIONS).build().parse(page);
    }
}
