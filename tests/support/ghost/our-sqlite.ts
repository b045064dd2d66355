import { registerHooks } from 'node:module'

// Ghost's own version of better-sqlite3 has no binary in its package, and would have to be compiled. Ours has one.
const ours = import.meta.resolve('better-sqlite3')
registerHooks({
  resolve: (name, context, next) =>
    name === 'better-sqlite3' ? { url: ours, format: 'commonjs', shortCircuit: true } : next(name, context),
})
