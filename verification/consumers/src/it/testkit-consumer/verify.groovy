// the kit's laws ran for the strategy of the tutorial, beside its own examples, and held
def suite = { name -> new groovy.xml.XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-acme.receivables.${name}.xml")) }
def kept = suite('NamedThenNoticedTest')
def names = kept.testcase*.@name*.text()*.replaceAll(/[( ].*/, '')
def laws = ['keepsTheBooksBalanced', 'answersTheSameQuestionTheSameWay', 'paysWhatItsDocumentationSays']
assert names.containsAll(laws): names
assert kept.@failures == 0 && kept.@errors == 0 && kept.@skipped == 0

// and found what is wrong with its first try
def broken = suite('FirstTryRun')
def found = broken.testcase.find { it.@name.text().startsWith('keepsTheBooksBalanced') }
assert found.failure.@message.text().contains('POSITIVE (each line pays more than nothing)'): broken
