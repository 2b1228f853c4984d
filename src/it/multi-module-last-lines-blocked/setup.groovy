import static dev.gatekeeper.testing.DemoShop.*

change(basedir)
    .write(YELLOW, '// rotated\n')
    .commit('Rotate tokens')
for (module in 1..40) {
    def folder = new File(basedir, "m$module")
    folder.mkdirs()
    new File(folder, 'pom.xml').text = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>acme</groupId>
    <artifactId>shop</artifactId>
    <version>1</version>
  </parent>
  <artifactId>m$module</artifactId>
  <packaging>pom</packaging>
</project>
"""
}
true
