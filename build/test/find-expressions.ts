import { parseAst } from 'vite'

/** A regular expression that is written as such. */
export type Literal = { source: string; flags: string; line: number }

/** What a module holds. `built`: the lines where a function makes an expression of strings each time it runs. */
export type Found = { literals: Literal[]; built: number[] }

const FUNCTIONS = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'PropertyDefinition',
])

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** @returns whether a node names the class itself, called or not: under another name nobody could see the call. */
function isRegExp(node: Record<string, unknown>): boolean {
  return node['type'] === 'Identifier' && node['name'] === 'RegExp'
}

/** Finds the regular expressions of a module of TypeScript. */
export function findExpressions(text: string, lang: 'ts' | 'tsx'): Found {
  const found: Found = { literals: [], built: [] }
  const lineOf = (start: unknown): number => text.slice(0, Number(start)).split('\n').length
  const visit = (node: unknown, isInside: boolean): void => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each, isInside)
      return
    }
    if (!isObject(node)) return
    const { type, regex, start } = node
    if (type === 'Literal' && isObject(regex)) {
      found.literals.push({ source: String(regex['pattern']), flags: String(regex['flags']), line: lineOf(start) })
    }
    // A type is no call: `TSTypeReference` names the class too.
    if (isInside && isRegExp(node)) found.built.push(lineOf(start))
    for (const [key, each] of Object.entries(node)) {
      if (key !== 'typeAnnotation' && key !== 'returnType') visit(each, isInside || FUNCTIONS.has(String(type)))
    }
  }
  visit(parseAst(text, { lang }).body, false)
  return found
}
