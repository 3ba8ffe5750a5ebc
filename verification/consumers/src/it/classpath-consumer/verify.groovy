// what a user gets at run time, exactly
def expected = ['billing-ar.jar', 'billing-core.jar', 'billing-kpi.jar', 'jakarta.annotation-api.jar', 'jspecify.jar',
    'moneta-core.jar', 'money-api.jar', 'slf4j-api.jar', ]
def lib = new File(basedir, 'target/lib')
def actual = lib.list().sort() as List
assert actual == expected

def java = new File(System.getProperty('java.home'), 'bin/java').path
def process = [java, '-cp', new File(basedir, 'target/classes').path + File.pathSeparator + new File(lib, '*').path, 'consumer.Main'].execute()
def out = new StringBuilder()
def err = new StringBuilder()
process.waitForProcessOutput(out, err)
assert process.exitValue() == 0: err
assert out.toString().trim() == 'due USD 7.16'
