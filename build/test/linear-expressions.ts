import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from 'recheck'
import { parseAst } from 'vite'
import { top } from './run.ts'

/*
 * Refuses regular expressions that may take more than linear time: a text from outside could stop Midad with one. Those
 * that read only text of our own are refused too, so that nobody has to tell them apart.
 */

const FOLDERS = '{core,db,electron,renderer}/**/*.{ts,tsx}'

/** Work is limited by steps alone, so that the result does not depend on how busy the machine is. */
const LIMITS = { timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null } as const

type Expression = { place: string; source: string; flags: string }

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Collects the regular expressions that are written as such. */
function literalsIn(node: unknown, place: (offset: unknown) => string): Expression[] {
  if (Array.isArray(node)) return node.flatMap((each) => literalsIn(each, place))
  if (!isObject(node)) return []
  const { regex, start } = node
  if (node['type'] === 'Literal' && isObject(regex)) {
    return [{ place: place(start), source: String(regex['pattern']), flags: String(regex['flags']) }]
  }
  return Object.values(node).flatMap((each) => literalsIn(each, place))
}

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
  })
  try {
    await import(join(top, file))
  } finally {
    globalThis.RegExp = own
  }
  return built
}

async function expressionsIn(file: string): Promise<Expression[]> {
  const source = readFileSync(join(top, file), 'utf8')
  const place = (offset: unknown): string => `${file}:${source.slice(0, Number(offset)).split('\n').length}`
  const literals = literalsIn(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }).body, place)
  return source.includes('new RegExp(') ? [...literals, ...(await builtIn(file))] : literals
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
  process.stdout.write(`${place} /${source}/${flags} may take more than linear time: ${why.slice(0, 200)}\n`)
  process.exitCode = 1
}
process.stdout.write(`${expressions.length} regular expressions\n`)
