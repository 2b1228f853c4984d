import static dev.gatekeeper.testing.DemoShop.*

import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

change(basedir)
    .write(YELLOW, '// rotated\n')
    .commit('Rotate tokens')

// A library of the change's own, whose classes nobody could run.
def folder = new File(localRepositoryPath, 'acme/swap/1')
folder.mkdirs()
new File(folder, 'swap-1.pom').text = '''<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>acme</groupId><artifactId>swap</artifactId><version>1</version>
</project>'''
new ZipOutputStream(new FileOutputStream(new File(folder, 'swap-1.jar'))).withCloseable { jar ->
    for (type in ['org/eclipse/jgit/lib/Repository', 'org/yaml/snakeyaml/parser/ParserImpl', 'com/google/gson/stream/JsonWriter',
                  'dev/gatekeeper/Gatekeeper', 'dev/gatekeeper/verdict/Judge']) {
        jar.putNextEntry(new ZipEntry(type + '.class'))
        jar.write('no class'.bytes)
    }
}
true
