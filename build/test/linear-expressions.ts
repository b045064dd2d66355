import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from 'recheck'
import { findExpressions } from './find-expressions.ts'
import { top } from './run.ts'

/*
 * Refuses regular expressions that may take more than linear time: a text from outside could stop Midad with one. Those
 * that read only text of our own are refused too, so that nobody has to tell them apart. One that a function builds of
 * strings is refused unread: what it is made of is known only when it runs.
 */

const FOLDERS = '{core,db,electron,renderer}/**/*.{ts,tsx}'

/** Work is limited by steps alone, so that the result does not depend on how busy the machine is. */
const LIMITS = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null } as const

type Expression = { place: string; source: string; flags: string }

/** Collects the regular expressions that a module makes of strings when it is loaded. */
async function builtIn(file: string): Promise<Expression[]> {
  const built: Expression[] = []
  const own = globalThis.RegExp
  globalThis.RegExp = new Proxy(own, {
    construct(target, args: [string, string?]) {
      const made = new target(...args)
      built.push({ place: file, source: made.source, flags: made.flags })
      return made
    },
    apply: (_target, _own, args: [string, string?]) => new globalThis.RegExp(...args),
  })
  try {
    await import(join(top, file))
  } finally {
    globalThis.RegExp = own
  }
  return built
}

function refuse(place: string, why: string): void {
  process.stdout.write(`${place} ${why}\n`)
  process.exitCode = 1
}

async function expressionsIn(file: string): Promise<Expression[]> {
  const text = readFileSync(join(top, file), 'utf8')
  const { literals, built } = findExpressions(text, file.endsWith('x') ? 'tsx' : 'ts')
  for (const line of built) refuse(`${file}:${line}`, 'builds a regular expression where it runs: build it once')
  const written = literals.map(({ source, flags, line }) => ({ place: `${file}:${line}`, source, flags }))
  return text.includes('RegExp(') ? [...written, ...(await builtIn(file))] : written
}

const files = globSync(FOLDERS, { cwd: top }).filter((file) => !file.endsWith('.test.ts'))
const expressions: Expression[] = []
// One after another: what is built while a module loads belongs to that module.
// oxlint-disable-next-line no-await-in-loop
for (const file of files.toSorted()) expressions.push(...(await expressionsIn(file)))

for (const { place, source, flags } of expressions) {
  // oxlint-disable-next-line no-await-in-loop -- the checker is one process, which takes one expression after another
  const found = await check(source, flags, LIMITS)
  if (found.status === 'safe') continue
  const why = found.status === 'vulnerable' ? `${found.complexity.summary}: ${found.attack.pattern}` : found.error.kind
  refuse(`${place} /${source}/${flags}`, `may take more than linear time: ${why.slice(0, 200)}`)
}
process.stdout.write(`${expressions.length} regular expressions\n`)
