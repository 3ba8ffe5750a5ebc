// what documents add at run time, exactly: two modules, and Jackson for JSON
def ours = ['billing-ar.jar', 'billing-core.jar', 'billing-einvoice.jar', 'billing-json.jar', 'billing-kpi.jar']
def expected = (ours + ['jackson-annotations.jar', 'jackson-core.jar', 'jackson-databind.jar', 'jakarta.annotation-api.jar', 'jspecify.jar',
    'moneta-core.jar', 'money-api.jar', 'slf4j-api.jar', ]).sort()
def lib = new File(basedir, 'target/lib')
def actual = lib.list().sort() as List
assert actual == expected

def java = new File(System.getProperty('java.home'), 'bin/java').path
def path = { names -> names.collect { new File(lib, it).path }.join(File.pathSeparator) }
def classes = new File(basedir, 'target/classes').path
def run = { arguments ->
    def process = ([java] + arguments).execute()
    def out = new StringBuilder()
    def err = new StringBuilder()
    process.waitForProcessOutput(out, err)
    assert process.exitValue() == 0: err
    assert out.readLines() == ['ACME true', 'true']
}
// on the module path, but for Moneta and what it needs (docs/module-path.md), and on the class path
run(['-p', path(expected - ['moneta-core.jar', 'jakarta.annotation-api.jar']) + File.pathSeparator + classes, '-cp',
    path(['moneta-core.jar', 'jakarta.annotation-api.jar']), '-m', 'consumer/consumer.Main'])
run(['-cp', classes + File.pathSeparator + new File(lib, '*').path, 'consumer.Main'])
