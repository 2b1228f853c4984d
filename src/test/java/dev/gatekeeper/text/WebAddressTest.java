package dev.gatekeeper.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/acme/shop/pull/42#pullrequestreview-1",
                "http://git.acme.example:8443/r/4711?tab=c,d;e&f=%20+~",
                "https://git.acme.example",
                "HTTPS://git.acme.example/x"
            })
    void addresses(String text) {
        assertThat(WebAddress.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "review 1",
                "git.acme.example/r/1",
                "https://",
                "https:///r/1",
                "http:// a.example",
                "ftp://a.example/x",
                "javascript://a.example/%0a",
                "see https://a.example/x",
                "https://a.example/x and more",
                "https://a.example/x\n",
                "https://a.example/<x>",
                "https://a.example/`x`",
                "https://user@a.example/x",
                "https://a.example\u200b/x",
                "https://a.example:port/x"
            })
    void otherTexts(String text) {
        assertThat(WebAddress.is(text)).isFalse();
    }
}
