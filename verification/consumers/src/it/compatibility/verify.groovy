// the build without the method failed, and for that reason
def log = new File(basedir, 'build.log').getText('UTF-8')
def builds = log.split('BUILD (?=SUCCESS|FAILURE)')
assert builds.size() == 4 && builds[3].startsWith('FAILURE')
assert builds[1].startsWith('SUCCESS') && builds[2].startsWith('SUCCESS')
assert !builds[1].contains('METHOD_REMOVED')
assert builds[3].contains('io.quittance.core.pricing.PerUnit.unitPrice():METHOD_REMOVED'): builds[3]
