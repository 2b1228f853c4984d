#!/usr/bin/env bash
# An xychart of Mermaid has a list of labels and a list of values; both have an entry a bar. Expected: four labels and
# four values are four bars side by side, whatever the labels say (one may leave every second of them blank, so that
# they don't run into each other).
# Seen: Mermaid 11.12.0 and 12.3.0 take labels for the names of places: bars whose labels are equal stand one on top of
# the other, the later one hiding the earlier, and the others move apart as if there were fewer. There is no error.
. "$(dirname "$0")/common.sh"
cat > bars.mjs <<'JS'
import { JSDOM } from 'jsdom';

// What a browser would measure, so that none is needed: eight pixels a letter.
const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
Object.assign(globalThis, { window, document: window.document });
for (const name of ['Element', 'SVGElement', 'HTMLElement', 'Node', 'DOMParser', 'XMLSerializer']) {
    globalThis[name] = window[name];
}
globalThis.CSSStyleSheet = class { cssRules = []; replaceSync() {} insertRule() {} };
const width = text => (text ?? '').length * 8;
window.SVGElement.prototype.getBBox = function () {
    return { x: 0, y: 0, width: width(this.textContent), height: 16 };
};
window.SVGElement.prototype.getComputedTextLength = function () { return width(this.textContent); };
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false });

async function places(id, labels) {
    const names = labels.map(label => `"${label}"`);
    const { svg } = await mermaid.render(id, `xychart-beta
    x-axis [${names}]
    y-axis "n" 0 --> 10
    bar [1, 2, 3, 4]`);
    const bars = new JSDOM(svg).window.document.querySelectorAll('g.bar-plot-0 rect');
    return [...bars].map(bar => Math.round(bar.getAttribute('x')));
}
for (const [id, labels] of [['different', ['a', 'b', 'c', 'd']], ['equal', ['a', 'b', 'b', 'd']]]) {
    const at = await places(id, labels);
    console.log(`${id}: ${at.length} bars in ${new Set(at).size} places`);
}
JS
for version in 11.12.0 12.3.0; do
    npm_packages "mermaid@$version" jsdom@26.1.0
    node bars.mjs > output
    expect "$version, different labels" 'different: 4 bars in 4 places' "$(grep ^different output)"
    expect "$version, equal labels"     'equal: 4 bars in 3 places'     "$(grep ^equal output)"
done
finish
