package dev.gatekeeper.yaml;

import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerException;
import org.yaml.snakeyaml.tokens.KeyToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * A scanner that remembers where the tokens end, between which there is nothing but blanks and comments.
 *
 * <p>It refuses keys led by {@code ?}: parsers take {@code ?key} for that name, for the name without its mark, or for an error.
 */
final class StrictScanner implements Scanner {

    private final Scanner scanner;
    private int end;
    private int endBefore;

    StrictScanner(Scanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public boolean checkToken(Token.ID... choices) {
        return scanner.checkToken(choices);
    }

    @Override
    public Token peekToken() {
        return scanner.peekToken();
    }

    @Override
    public Token getToken() {
        Token token = scanner.getToken();
        // The token of a key without the mark has no length.
        if (token instanceof KeyToken
                && token.getStartMark().getIndex() < token.getEndMark().getIndex()) {
            throw new ScannerException(null, null, "explicit key", token.getStartMark());
        }
        endBefore = end;
        end = token.getEndMark().getIndex();
        return token;
    }

    @Override
    public void resetDocumentIndex() {
        scanner.resetDocumentIndex();
    }

    /** Where the last token ends: code points from the start of the text. */
    int end() {
        return end;
    }

    /** Where the one before the last token ends. */
    int endBefore() {
        return endBefore;
    }
}
