import { isFields, type Fields } from '#core/article/json.ts'
import { carriesBody } from '#core/export/action.ts'
import { STATUS_WORDS } from '#core/export/edition.ts'
import type { PackageDescription } from '#core/export/package/describe.ts'
import type { PackageProblem } from '#core/export/package/problems.ts'
import { ImportError } from '#core/import/import-error.ts'
import { elementAt, elementsOf, xmlRoot } from '#core/import/xml.ts'
import type { BagFiles } from './bag.ts'
import { readBounded } from './package-links.ts'

type Status = NonNullable<PackageDescription['pubStatus']>

/** What one file of a package says of the issue that it belongs to; undefined where it says nothing of it. */
type Said = {
  id?: unknown
  version?: unknown
  /** In IPTC's words. */
  status?: unknown
  /** When its embargo ends, as it is written; null where none is said to hold. */
  embargo?: unknown
  /** Whether words or pictures of the article are in it. */
  hasBody: boolean
}

const isGiven = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined)

function saidByNinjs(ninjs: Fields): Said {
  return {
    ...{ id: ninjs['uri'], version: ninjs['version'], status: ninjs['pubStatus'] },
    embargo: ninjs['embargoedUntil'] ?? null,
    hasBody: ['bodies', 'associations', 'descriptions'].some((name) => isGiven(ninjs[name])),
  }
}

function saidByJsonLd(json: Fields): Said {
  const word = json['creativeWorkStatus']
  const status = Object.entries(STATUS_WORDS).find(([, each]) => each === word)?.[0]
  return {
    ...{ id: json['@id'], version: String(json['version']), status, embargo: json['datePublished'] ?? null },
    hasBody: ['articleBody', 'image', 'description'].some((name) => isGiven(json[name])),
  }
}

function saidByNewsml(bytes: Uint8Array): Said {
  const item = xmlRoot(Buffer.from(bytes).toString('utf8'))
  const meta = elementAt(item, 'itemMeta')
  return {
    id: item.getAttribute('guid'),
    version: item.getAttribute('version'),
    status: elementAt(meta, 'pubStatus')
      ?.getAttribute('qcode')
      ?.replace(/^stat:/u, ''),
    embargo: elementAt(meta, 'embargoed')?.textContent ?? null,
    hasBody: elementsOf(item, 'contentSet', 'contentMeta').length > 0,
  }
}

function saidByArticle(article: Fields): Said {
  const metadata = isFields(article['metadata']) ? article['metadata'] : {}
  const id = typeof article['id'] === 'string' ? `urn:newsml:midad:${encodeURIComponent(article['id'])}` : null
  return { id, embargo: metadata['embargo'] ?? null, hasBody: true }
}

const JSON_READERS: Readonly<Record<string, (value: Fields) => Said>> = {
  'data/article.json': saidByArticle,
  'data/jsonld.json': saidByJsonLd,
  'data/ninjs.json': saidByNinjs,
}
const NEWSML = 'data/newsml-g2.xml'
const DESCRIPTION = 'data/package.json'

/** What may be done with an issue by what is to be done: while an embargo may hold, no clock of ours decides. */
function lawfulStatuses({ action, draft, embargo }: PackageDescription): readonly Status[] {
  if (action === 'kill') return ['canceled']
  if (draft || action === 'withdraw') return ['withheld']
  return embargo === null ? ['usable'] : ['usable', 'withheld']
}

const momentOf = (value: unknown): unknown => (typeof value === 'string' ? Date.parse(value) : value)

function disagreements(path: string, said: Said, description: PackageDescription): PackageProblem[] {
  const { id, version, action, embargo } = description
  const statuses = description.pubStatus === undefined ? lawfulStatuses(description) : [description.pubStatus]
  const isOther =
    (said.id !== undefined && said.id !== id) || (said.version !== undefined && said.version !== String(version))
  const isOtherwise =
    ('status' in said && !statuses.some((status) => status === said.status)) ||
    (embargo !== undefined && carriesBody(action) && momentOf(said.embargo) !== momentOf(embargo))
  return [
    ...(isOther ? [{ code: 'identity-differs' as const, path }] : []),
    ...(isOtherwise ? [{ code: 'status-differs' as const, path }] : []),
    ...(said.hasBody && !carriesBody(action) ? [{ code: 'carries-body' as const, path }] : []),
  ]
}

/** @returns what a file says; null where it is not there, or cannot be read and another check tells of that. */
function readSaid(path: string, bytes: Uint8Array): Said | null {
  const read = JSON_READERS[path]
  if (read === undefined) return saidByNewsml(bytes)
  const value = readBounded(bytes)
  return isFields(value) ? read(value) : null
}

/**
 * Compares what each file says of article, version and publication with what the package says: a CMS may read any one
 * of them alone.
 * @returns a problem for each file that says something else, or carries what is withdrawn or killed.
 */
export function disagreeing(description: PackageDescription, files: BagFiles): PackageProblem[] {
  const { pubStatus, version, supersedes, action } = description
  const isLawful = pubStatus === undefined || lawfulStatuses(description).includes(pubStatus)
  const isOrdered = supersedes === null || supersedes < version
  const own: PackageProblem[] = [
    ...(isLawful ? [] : [{ code: 'status-differs' as const, path: DESCRIPTION }]),
    ...(isOrdered ? [] : [{ code: 'bad-package-json' as const, path: DESCRIPTION }]),
  ]
  const pictures = carriesBody(action) ? [] : [...files.keys()].filter((path) => path.startsWith('data/images/'))
  const others = [...Object.keys(JSON_READERS), NEWSML].flatMap((path): PackageProblem[] => {
    const bytes = files.get(path)
    if (bytes === undefined || bytes === null) return []
    try {
      const said = readSaid(path, bytes)
      return said === null ? [] : disagreements(path, said, description)
    } catch (error) {
      if (error instanceof ImportError) return [{ code: 'bad-newsml', path }]
      throw error
    }
  })
  return [...own, ...others, ...pictures.map((path): PackageProblem => ({ code: 'carries-body', path }))]
}
