package dev.gatekeeper.yaml;

import dev.gatekeeper.text.Characters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;

/**
 * One pass over the parser's events, which builds the nodes itself.
 *
 * <p>What it refuses ends the pass at once, so that nothing is built that a limit forbids; SnakeYAML's own composer, resolver and
 * constructor, with their merging, typing and tolerance of duplicate keys, are not involved.
 */
final class DocumentReader {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_NODES = 10_000;
    private static final int MAX_TEXT = 16 * 1024;

    private final Source source;
    private final Comments comments;
    private final StrictScanner scanner;
    private final Parser parser;
    private int nodes;

    /** @param text strict text, see {@link StrictText} */
    DocumentReader(String text) {
        source = new Source(text);
        comments = new Comments(source);
        scanner = new StrictScanner(new ScannerImpl(new StreamReader(text), new LoaderOptions()));
        parser = new ParserImpl(scanner);
    }

    Node read() throws StrictYamlException {
        try {
            return document();
        } catch (MarkedYAMLException e) {
            throw new StrictYamlException(new SyntaxProblem(source, scanner.endBefore(), scanner.end()).of(e));
        } catch (YAMLException e) {
            throw new StrictYamlException(Problem.ofFile(SyntaxWords.of("")));
        } catch (NumberFormatException e) {
            // The parser's own, at an escape such as U80110000.
            throw new StrictYamlException(Problem.ofFile(SyntaxWords.of("escape")));
        }
    }

    private Node document() throws StrictYamlException {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            throw empty();
        }
        parser.getEvent();
        Node root = node(0, Parent.NONE);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw refused(parser.peekEvent(), "a second document is not allowed");
        }
        if (root instanceof Node.Text text && text.isNull()) {
            throw empty();
        }
        return root;
    }

    private Node node(int depth, Parent parent) throws StrictYamlException {
        Event event = parser.getEvent();
        nodes++;
        if (nodes > MAX_NODES) {
            throw refused(event, "the file has too many values; at most " + MAX_NODES + " are allowed");
        }
        if (event instanceof AliasEvent) {
            throw refused(
                    event,
                    "an alias ('*') is not allowed; write the value out, or put a text that starts with '*' in quotes");
        }
        if (event instanceof NodeEvent named && named.getAnchor() != null) {
            throw refused(event, "an anchor ('&') is not allowed; write the value out where it is needed");
        }
        if (event instanceof ScalarEvent scalar) {
            return text(scalar, parent);
        }
        return collection((CollectionStartEvent) event, depth + 1);
    }

    private Node.Text text(ScalarEvent event, Parent parent) throws StrictYamlException {
        checkTag(event, Optional.ofNullable(event.getTag()));
        if (event.getValue().length() > MAX_TEXT) {
            throw refused(event, "the text is too long; at most " + MAX_TEXT + " characters are allowed");
        }
        Mark mark = place(event.getStartMark());
        StrictText.checkDecoded(mark, event.getValue());
        Comments.Extent extent = extent(event, parent.column());
        if (extent.style() == Comments.Style.PLAIN) {
            checkSpaces(extent, parent.isKey(), parent.line() != mark.line());
        }
        return new Node.Text(
                mark, event.getValue(), extent.style() == Comments.Style.PLAIN, comments.problemAt(extent));
    }

    private void checkSpaces(Comments.Extent extent, boolean key, boolean free) throws StrictYamlException {
        Optional<Problem> odd = new OddSpaces(source).problemOfPlain(extent.start(), extent.end(), key, free);
        if (odd.isPresent()) {
            throw new StrictYamlException(odd.get());
        }
    }

    private Comments.Extent extent(ScalarEvent event, int parentColumn) {
        ScalarStyle style = event.getScalarStyle();
        int start = event.getStartMark().getIndex();
        int end = event.getEndMark().getIndex();
        // A value that is missing is no token.
        int before = start == end ? start : scanner.endBefore();
        return new Comments.Extent(styleOf(style), before, start, end, parentColumn);
    }

    private static Comments.Style styleOf(ScalarStyle style) {
        if (style == ScalarStyle.PLAIN) {
            return Comments.Style.PLAIN;
        }
        boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        return block ? Comments.Style.BLOCK : Comments.Style.QUOTED;
    }

    private Node collection(CollectionStartEvent event, int depth) throws StrictYamlException {
        checkTag(event, Optional.ofNullable(event.getTag()));
        if (depth > MAX_DEPTH) {
            throw refused(event, "the nesting is too deep; at most " + MAX_DEPTH + " levels are allowed");
        }
        Mark mark = place(event.getStartMark());
        return event instanceof MappingStartEvent
                ? mapping(mark, event.isFlow(), depth)
                : sequence(mark, event.isFlow() ? 0 : mark.column(), depth);
    }

    private Node.Mapping mapping(Mark mark, boolean flow, int depth) throws StrictYamlException {
        List<Node.Pair> pairs = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Node.Text key = key(depth);
            if (!keys.add(key.text())) {
                throw refused(key.mark(), "the key '" + key.text() + "' stands here a second time");
            }
            pairs.add(new Node.Pair(
                    key,
                    node(
                            depth,
                            new Parent(
                                    flow ? 0 : key.mark().column(), key.mark().line(), false))));
        }
        parser.getEvent();
        return new Node.Mapping(mark, pairs);
    }

    private Node.Text key(int depth) throws StrictYamlException {
        Event event = parser.peekEvent();
        if (!(event instanceof ScalarEvent || event instanceof AliasEvent)) {
            throw refused(event, "a key is a list or a mapping; a key must be a text");
        }
        Node.Text key = (Node.Text) node(depth, Parent.OF_KEY);
        if (key.isNull() || Characters.isBlank(key.text())) {
            throw refused(key.mark(), "a key is empty; a key must be a text");
        }
        if (key.text().equals("<<")) {
            throw refused(key.mark(), "a merge key ('<<') is not allowed; write the keys out");
        }
        return key;
    }

    private Node.Sequence sequence(Mark mark, int parentColumn, int depth) throws StrictYamlException {
        List<Node> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(depth, new Parent(parentColumn, 0, false)));
        }
        parser.getEvent();
        return new Node.Sequence(mark, items);
    }

    private static void checkTag(Event event, Optional<String> tag) throws StrictYamlException {
        if (tag.isPresent()) {
            throw refused(event, "a tag ('!') is not allowed; put a text that starts with '!' in quotes");
        }
    }

    private static StrictYamlException empty() {
        return new StrictYamlException(Problem.ofFile("the file is empty"));
    }

    private static StrictYamlException refused(Event event, String text) {
        return refused(place(event.getStartMark()), text);
    }

    private static StrictYamlException refused(Mark mark, String text) {
        return new StrictYamlException(Problem.at(mark, text));
    }

    /**
     * Where a node hangs.
     *
     * @param column the column of the key or dash before it; 0 where its texts may stand at any
     * @param line the line of its key; 0 where it has none
     * @param isKey whether it is a key itself
     */
    private record Parent(int column, int line, boolean isKey) {

        static final Parent NONE = new Parent(0, 0, false);
        static final Parent OF_KEY = new Parent(0, 0, true);
    }

    private static Mark place(org.yaml.snakeyaml.error.Mark mark) {
        return new Mark(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
