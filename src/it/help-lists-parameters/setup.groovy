new File(basedir, '.mvn').mkdir()
true
