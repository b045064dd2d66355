import { isCollection, isMap, isScalar, parseDocument, visit, type Alias, type Document } from 'yaml'
import { trimEndOf } from '../../text/trim.ts'
import { ImportError } from '../import-error.ts'

type Value = string | readonly string[]

/** The fields of a YAML head that are texts or lists of texts. */
export type FrontMatter = Readonly<Record<string, Value>>

const FENCE = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u

/** The longest head that is read, in UTF-16 units. */
const MAX_HEAD = 100_000

/** The most aliases that are read. A few aliases of aliases can expand to billions of words. */
const MAX_ALIASES = 50

/** Values stay texts: `007` is not a number, and `no` is not a boolean. `mappingOf` looks for duplicate names. */
const OPTIONS = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const

/** Arabic writers separate list items by the Arabic comma, which YAML takes for a letter. */
function partedItem(item: unknown): unknown[] {
  if (!isScalar(item) || item.type !== 'PLAIN' || typeof item.value !== 'string') return [item]
  return item.value.split('،').map((part) => part.trim())
}

/** @throws ImportError `too-large` for aliases that expand to too much. */
function expanded(document: Document.Parsed): unknown {
  try {
    return document.toJS({ mapAsMap: true, maxAliasCount: MAX_ALIASES })
  } catch (error) {
    if (error instanceof ReferenceError) throw new ImportError('too-large')
    throw error
  }
}

/**
 * @returns a YAML mapping; null for any other text, and for a mapping with duplicate names
 * @throws ImportError `too-large`.
 */
function mappingOf(source: string): ReadonlyMap<unknown, unknown> | null {
  const document = parseDocument(source, OPTIONS)
  if (document.errors.length > 0 || !isMap(document.contents)) return null
  const aliases: Alias[] = []
  visit(document, {
    Alias: (_key, alias, path) => {
      aliases.push(alias)
      const isWithinItself = path.some((around) => isCollection(around) && around.anchor === alias.source)
      if (isWithinItself) throw new ImportError('too-large')
    },
    Seq: (_key, list) => {
      if (list.flow === true) list.items = list.items.flatMap(partedItem)
    },
  })
  if (aliases.length > MAX_ALIASES) throw new ImportError('too-large')
  if (aliases.some((alias) => alias.resolve(document) === undefined)) return null
  const mapping = expanded(document)
  return mapping instanceof Map && mapping.size === document.contents.items.length ? mapping : null
}

/** @returns every text in a value as `name: text`. */
function namedTexts(name: string, value: unknown): string[] {
  if (value instanceof Map) return [...value].flatMap(([key, inner]) => namedTexts(nameOf(key), inner))
  if (Array.isArray(value)) return value.flatMap((inner) => namedTexts(name, inner))
  return [`${name}: ${String(value)}`]
}

function nameOf(key: unknown): string {
  return typeof key === 'string' ? key : namedTexts('', key).join(' ')
}

/** @returns a value that is a text or a list of texts; null for any other. */
function valueOf(value: unknown): Value | null {
  if (typeof value === 'string') return trimEndOf(value, /\n/u)
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return null
  return value.filter((item) => item !== '')
}

/** The fields of a head, and its other content as texts. */
type Read = { fields: readonly (readonly [string, Value])[]; unread: readonly string[] }

function readMapping(mapping: ReadonlyMap<unknown, unknown>): Read {
  const parts = [...mapping].map(([key, given]): Read => {
    const name = nameOf(key)
    const value = valueOf(given)
    return value === null ? { fields: [], unread: namedTexts(name, given) } : { fields: [[name, value]], unread: [] }
  })
  return joined(parts)
}

function joined(parts: readonly Read[]): Read {
  return { fields: parts.flatMap(({ fields }) => fields), unread: parts.flatMap(({ unread }) => unread) }
}

/** Reads one name of a head with the lines below it. In `title: a: b`, which is not valid YAML, the text is `a: b`. */
function readEntry(entry: string): Read {
  const mapping = mappingOf(entry)
  if (mapping !== null) return readMapping(mapping)
  const [first = '', ...below] = entry.split('\n')
  const [, name, text] = /^([\w-]+):(.*)$/u.exec(first) ?? []
  const unread = (name === undefined ? [first, ...below] : below).filter((line) => !/^\s*(?:#|$)/u.test(line))
  if (name === undefined || text === undefined) return { fields: [], unread }
  const comment = text.search(/(?:^|\s)#/u)
  return { fields: [[name, (comment === -1 ? text : text.slice(0, comment)).trim()]], unread }
}

/**
 * Reads the YAML head of a Markdown file. A head that is not valid YAML is read name by name.
 * @returns the fields, the text after the head, and the rest of the head as texts. A source without a head is all text.
 * @throws ImportError `too-large` for a head whose aliases expand to too much.
 */
export function splitFrontMatter(source: string): { head: FrontMatter; text: string; unread: readonly string[] } {
  const match = FENCE.exec(source)
  if (match?.[1] === undefined || match[1].length > MAX_HEAD) return { head: {}, text: source, unread: [] }
  // YAML forbids tabs as indentation, but people's editors write them.
  const yaml = match[1].replaceAll('\r\n', '\n').replaceAll(/^\t+/gmu, (tabs) => '  '.repeat(tabs.length))
  const mapping = mappingOf(yaml)
  const { fields, unread } =
    mapping === null ? joined(yaml.split(/\n(?=[\w-]+:)/u).map(readEntry)) : readMapping(mapping)
  return { head: Object.fromEntries(fields), text: source.slice(match[0].length), unread }
}
