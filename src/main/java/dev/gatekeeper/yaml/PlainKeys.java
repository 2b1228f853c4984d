package dev.gatekeeper.yaml;

import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerException;
import org.yaml.snakeyaml.tokens.KeyToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * A scanner that refuses keys led by {@code ?}: parsers take {@code ?key} for that name, for the name without its mark, or for an error.
 */
record PlainKeys(Scanner scanner) implements Scanner {

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
        return token;
    }

    @Override
    public void resetDocumentIndex() {
        scanner.resetDocumentIndex();
    }
}
