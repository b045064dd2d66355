import fc from 'fast-check'

/**
 * The cases of property tests are the same on every machine, so that a failure of one can be had on all. `npm run faults -- laws`
 * tries others.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['MIDAD_SEED'] ?? 1) })
