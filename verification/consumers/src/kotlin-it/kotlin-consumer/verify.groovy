def java = new File(System.getProperty('java.home'), 'bin/java').path
def process = [java, '-cp', [new File(basedir, 'target/classes'), new File(basedir, 'target/lib/*')]*.path.join(File.pathSeparator), 'consumer.MainKt'].execute()
def out = new StringBuilder()
def err = new StringBuilder()
process.waitForProcessOutput(out, err)
assert process.exitValue() == 0: err
// 1000 × 0.10 and 1 × 0.08; 30.00 and 80.00 of 120.00 leave 10.00 for the largest debt
assert out.readLines() == ['due EUR 100.08, its lines EUR 100.08', 'EUR 30.00 to R-3', 'EUR 80.00 to R-1', 'EUR 10.00 to R-2', 'billed in no month']

// the laws ran, for a strategy and a test in Kotlin
def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-consumer.SmallestFirstTest.xml'))
def names = suite.testcase*.@name*.text()*.replaceAll(/[( ].*/, '')
assert names.containsAll(['keepsTheBooksBalanced', 'leavesMoneyOverOnlyWhenAllIsSettled']): names
assert suite.@failures == 0 && suite.@errors == 0 && suite.@skipped == 0

def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /Nulls\.kt:\[?8.*(Argument|actual) type/: log
assert log =~ /Nulls\.kt:\[?10.*[Rr]eturn type mismatch/: log
