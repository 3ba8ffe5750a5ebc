def java = new File(System.getProperty('java.home'), 'bin/java').path
def process = [java, '-cp', [new File(basedir, 'target/classes'), new File(basedir, 'target/lib/*')]*.path.join(File.pathSeparator), 'consumer.Main'].execute()
def out = new StringBuilder()
def err = new StringBuilder()
process.waitForProcessOutput(out, err)
assert process.exitValue() == 0: err
// a thousand times 159 × 0.045 = 7.155, rounded to 7.16, and 1.00
assert out.readLines() == ['due USD 8160.00', '0.045 each', '1.00 in all']

// the classes are the machine's own
def version = new DataInputStream(new FileInputStream(new File(basedir, 'target/classes/consumer/Main.class'))).withCloseable {
    it.readInt()
    it.readUnsignedShort()
    it.readUnsignedShort()
}
assert version == 44 + (System.getProperty('java.specification.version') as int)
