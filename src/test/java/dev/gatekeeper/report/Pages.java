package dev.gatekeeper.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
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
        collect(parse(page), kinds);
        return kinds;
    }

    private static void collect(Node node, Set<String> kinds) {
        kinds.add(node.getClass().getSimpleName());
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            collect(child, kinds);
        }
    }

    /** The texts that stand in no code span, no code block and no address. */
    static List<String> words(String page) {
        List<String> words = new ArrayList<>();
        words(parse(page), words);
        return words;
    }

    private static void words(Node node, List<String> words) {
        if (node instanceof Text text) {
            words.add(text.getLiteral());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            words(child, words);
        }
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
