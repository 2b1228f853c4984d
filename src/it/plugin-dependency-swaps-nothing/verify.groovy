import dev.gatekeeper.testing.ItCheck

// The plugin's own jar comes first, and holds every library.
ItCheck.of(basedir)
    .blocked('contract-missing')
def plugin = new File(localRepositoryPath, "dev/gatekeeper/gatekeeper-maven-plugin/$version/gatekeeper-maven-plugin-${version}.jar")
def names = new java.util.zip.ZipFile(plugin).withCloseable { jar -> jar.entries().collect { it.name } }
assert names.containsAll(['org/eclipse/jgit/lib/Repository.class', 'org/yaml/snakeyaml/parser/ParserImpl.class', 'com/google/gson/stream/JsonWriter.class'])
assert names.findAll { it ==~ 'META-INF/[^/]*[.](SF|RSA|DSA|EC)' }.isEmpty()
true
