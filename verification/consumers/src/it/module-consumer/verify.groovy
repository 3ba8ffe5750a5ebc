// The modules stand on the module path, Moneta and what it needs on the class path: its module descriptor asks for a
// module "okhttp3" that only its currency conversions use, and that Quittance leaves out (docs/module-path.md).
def lib = new File(basedir, 'target/lib')
def onModulePath = ['billing-ar.jar', 'billing-core.jar', 'billing-kpi.jar', 'money-api.jar', 'slf4j-api.jar', 'jspecify.jar']
def path = { names -> names.collect { new File(lib, it).path }.join(File.pathSeparator) }
def java = new File(System.getProperty('java.home'), 'bin/java').path
def process = [java, '-p', path(onModulePath) + File.pathSeparator + new File(basedir, 'target/classes').path, '-cp',
    path(['moneta-core.jar', 'jakarta.annotation-api.jar']), '-m', 'consumer/consumer.Main'].execute()
def out = new StringBuilder()
def err = new StringBuilder()
process.waitForProcessOutput(out, err)
assert process.exitValue() == 0: err
assert out.toString().trim() == 'due USD 7.16'
