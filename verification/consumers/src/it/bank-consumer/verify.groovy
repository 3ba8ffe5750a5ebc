// what bank files add at run time, exactly: one module, and of the JDK java.xml
def expected = ['billing-ar.jar', 'billing-bank.jar', 'billing-core.jar', 'jakarta.annotation-api.jar', 'jspecify.jar',
    'moneta-core.jar', 'money-api.jar', 'slf4j-api.jar', ]
def lib = new File(basedir, 'target/lib')
def actual = lib.list().sort() as List
assert actual == expected

def java = new File(System.getProperty('java.home'), 'bin/java').path
def path = { names -> names.collect { new File(lib, it).path }.join(File.pathSeparator) }
def run = { arguments ->
    def process = ([java] + arguments).execute()
    def out = new StringBuilder()
    def err = new StringBuilder()
    process.waitForProcessOutput(out, err)
    assert process.exitValue() == 0: err
    assert out.readLines() == ['PROVED [transaction B-7: EUR 8.85 on 2026-03-11]'] * 2
}
// on the module path, but for Moneta and what it needs (docs/module-path.md), and on the class path
run(['-p', path(expected - ['moneta-core.jar', 'jakarta.annotation-api.jar']) + File.pathSeparator + new File(basedir, 'target/classes').path, '-cp',
    path(['moneta-core.jar', 'jakarta.annotation-api.jar']), '-m', 'consumer/consumer.Main'])
run(['-cp', new File(basedir, 'target/classes').path + File.pathSeparator + new File(lib, '*').path, 'consumer.Main'])
