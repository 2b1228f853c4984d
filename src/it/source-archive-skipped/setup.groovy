new File(basedir, '.mvn').mkdirs()
true
