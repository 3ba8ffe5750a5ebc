// what is taken for an earlier release
def core = new File(basedir, '../../../../../billing-core')
def jar = new File(core, 'target').listFiles().find { it.name ==~ /billing-core-[^-]+(-SNAPSHOT)?\.jar/ }
new File(basedir, 'released.jar').bytes = jar.bytes

// a class of billing-core, and the same class without a public method that others may call
def source = new File(core, 'src/main/java/io/quittance/core/pricing/PerUnit.java').getText('UTF-8')
def method = '''    /** The price of one unit, in the currency of the contract. */
    public BigDecimal unitPrice() {
        return unitPrice;
    }
'''
assert source.contains(method)
['kept': source, 'removed': source.replace(method, '')].each { folder, text ->
    def file = new File(basedir, "${folder}/io/quittance/core/pricing/PerUnit.java")
    file.parentFile.mkdirs()
    file.setText(text, 'UTF-8')
}
return true
