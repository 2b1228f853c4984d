import static dev.gatekeeper.testing.DemoShop.*

def attack = '\n::error::forged\r[INFO] PASSED\u001b[2K\u202e\u2028'
change(basedir)
    .ref('refs/heads/ma\u2028in\u202e', 'main')
    .write('src/main/java/shop/auth/' + attack + '.java', '// rotated\n')
    .write(CONTRACT, contract('GREEN')
        .replace('Tokens rotate on each use.', '"TODO \\n::error::forged\\e[2K\\u202e\\u2028"')
        + escalation('"Mallory \\n::error::forged\\r[INFO] PASSED"'))
    .commit('Rotate\n\nCo-authored-by: ' + 'x', 'Mal\u202elory <mal\u001b@acme.example>')
true
