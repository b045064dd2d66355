import { isCollection, isMap, isScalar, parseDocument, visit, type Alias, type Document } from 'yaml'
import { ImportError } from '../import-error.ts'

type Value = string | readonly string[]

/** The fields of a YAML head that are texts or lists of texts. */
export type FrontMatter = Readonly<Record<string, Value>>

const FENCE = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u

/** The longest head that is read, in UTF-16 units. */
const MAX_HEAD = 100_000

/** A few aliases of aliases stand for billions of words; nobody's head repeats itself so often. */
const MAX_ALIASES = 50

/** Texts stay as they are written: `007` is no number, and `no` is no truth value. Doubled names are found below. */
const OPTIONS = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const

/** Writers of Arabic part the items of a list with their own comma, which is a letter to YAML. */
function partedItem(item: unknown): unknown[] {
  if (!isScalar(item) || item.type !== 'PLAIN' || typeof item.value !== 'string') return [item]
  return item.value.split('،').map((part) => part.trim())
}

/** @throws ImportError `too-large` for aliases that stand for too much. */
function expanded(document: Document.Parsed): unknown {
  try {
    return document.toJS({ mapAsMap: true, maxAliasCount: MAX_ALIASES })
  } catch (error) {
    if (error instanceof ReferenceError) throw new ImportError('too-large')
    throw error
  }
}

/**
 * @returns the names and values of a YAML mapping; null for a text that is not one, or has a name twice
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

/** @returns the texts in a value, each behind its own name. */
function namedTexts(name: string, value: unknown): string[] {
  if (value instanceof Map) return [...value].flatMap(([key, inner]) => namedTexts(nameOf(key), inner))
  if (Array.isArray(value)) return value.flatMap((inner) => namedTexts(name, inner))
  return [`${name}: ${String(value)}`]
}

function nameOf(key: unknown): string {
  return typeof key === 'string' ? key : namedTexts('', key).join(' ')
}

/** @returns a value that is a text or a list of texts; null for another. */
function valueOf(value: unknown): Value | null {
  if (typeof value === 'string') return value.replace(/\n+$/u, '')
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) return null
  return value.filter((item) => item !== '')
}

/** What a head says: its fields, and as texts what is no field. */
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

/** One name of a head with the lines below it. People write `title: a: b`, which is no YAML: the line is the text. */
function readEntry(entry: string): Read {
  const mapping = mappingOf(entry)
  if (mapping !== null) return readMapping(mapping)
  const [first = '', ...below] = entry.split('\n')
  const [, name, text] = /^([\w-]+):(.*)$/u.exec(first) ?? []
  const unread = (name === undefined ? [first, ...below] : below).filter((line) => !/^\s*(?:#|$)/u.test(line))
  if (name === undefined || text === undefined) return { fields: [], unread }
  return { fields: [[name, text.replace(/(?:^|\s)#.*$/u, '').trim()]], unread }
}

/**
 * Reads the YAML head of a Markdown file. A head that is no sound YAML is read name by name.
 * @returns the fields, the text behind the head, and what of the head is no field; a text without a head as it is
 * @throws ImportError `too-large` for a head whose aliases stand for too much.
 */
export function splitFrontMatter(source: string): { head: FrontMatter; text: string; unread: readonly string[] } {
  const match = FENCE.exec(source)
  if (match?.[1] === undefined || match[1].length > MAX_HEAD) return { head: {}, text: source, unread: [] }
  // YAML has no tabs before its lines; people's editors put them there.
  const yaml = match[1].replaceAll('\r\n', '\n').replaceAll(/^\t+/gmu, (tabs) => '  '.repeat(tabs.length))
  const mapping = mappingOf(yaml)
  const { fields, unread } =
    mapping === null ? joined(yaml.split(/\n(?=[\w-]+:)/u).map(readEntry)) : readMapping(mapping)
  return { head: Object.fromEntries(fields), text: source.slice(match[0].length), unread }
}
