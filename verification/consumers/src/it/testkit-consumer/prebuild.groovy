// the project of the tutorial, to the letter: its build file as its README has it, its strategy and its test
def tutorial = new File(basedir, '../../../../../examples/custom-strategy')
def readme = new File(tutorial, 'README.md').getText('UTF-8')
assert readme.contains('```xml\n' + new File(basedir, 'pom.xml').getText('UTF-8') + '```\n')

['src/main/java', 'src/test/java'].each { folder ->
    new File(tutorial, "${folder}/acme/receivables").eachFileMatch(~/.*\.java/) { file ->
        // that one holds the README against the tutorial's own files
        if (file.name != 'ReadmeTest.java') {
            def copy = new File(basedir, "${folder}/acme/receivables/${file.name}")
            copy.parentFile.mkdirs()
            copy.setText(file.getText('UTF-8'), 'UTF-8')
        }
    }
}
return true
