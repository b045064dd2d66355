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

/** What one file of a package says about the issue. A field is undefined if its format has none. */
type Statement = {
  id?: unknown
  version?: unknown
  /** IPTC's `pubStatus`. */
  status?: unknown
  /** When the embargo ends, as written in the file; null for none. */
  embargo?: unknown
  /** When readers may see it first: for an article under embargo, when that ends. */
  publishedAt?: unknown
  /** Whether the file holds text or pictures of the article. */
  hasBody: boolean
}

const isGiven = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined)

function readNinjs(ninjs: Fields): Statement {
  return {
    ...{ id: ninjs['uri'], version: ninjs['version'], status: ninjs['pubStatus'] },
    embargo: ninjs['embargoedUntil'] ?? null,
    hasBody: ['bodies', 'associations', 'descriptions'].some((name) => isGiven(ninjs[name])),
  }
}

function readJsonLd(json: Fields): Statement {
  const word = json['creativeWorkStatus']
  const status = Object.entries(STATUS_WORDS).find(([, each]) => each === word)?.[0]
  return {
    ...{ id: json['@id'], version: String(json['version']), status, publishedAt: json['datePublished'] },
    hasBody: ['articleBody', 'image', 'description'].some((name) => isGiven(json[name])),
  }
}

function readNewsml(bytes: Uint8Array): Statement {
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

function readArticle(article: Fields): Statement {
  const metadata = isFields(article['metadata']) ? article['metadata'] : {}
  const id = typeof article['id'] === 'string' ? `urn:newsml:midad:${encodeURIComponent(article['id'])}` : null
  return { id, embargo: metadata['embargo'] ?? null, hasBody: true }
}

const JSON_READERS: Readonly<Record<string, (value: Fields) => Statement>> = {
  'data/article.json': readArticle,
  'data/jsonld.json': readJsonLd,
  'data/ninjs.json': readNinjs,
}
const NEWSML = 'data/newsml-g2.xml'
const DESCRIPTION = 'data/package.json'

/** The statuses that an action allows. With an embargo both are allowed, because it may have ended since the export. */
function allowedStatuses({ action, draft, embargo }: PackageDescription): readonly Status[] {
  if (action === 'kill') return ['canceled']
  if (draft || action === 'withdraw') return ['withheld']
  return embargo === null ? ['usable'] : ['usable', 'withheld']
}

const momentOf = (value: unknown): unknown => (typeof value === 'string' ? Date.parse(value) : value)

function embargoDiffers(statement: Statement, embargo: PackageDescription['embargo']): boolean {
  if (embargo === undefined) return false
  if ('publishedAt' in statement) return embargo !== null && momentOf(statement.publishedAt) !== momentOf(embargo)
  return momentOf(statement.embargo) !== momentOf(embargo)
}

function compare(path: string, statement: Statement, description: PackageDescription): PackageProblem[] {
  const { id, version, action, embargo } = description
  const statuses = description.pubStatus === undefined ? allowedStatuses(description) : [description.pubStatus]
  const identityDiffers =
    (statement.id !== undefined && statement.id !== id) ||
    (statement.version !== undefined && statement.version !== String(version))
  const statusDiffers =
    ('status' in statement && !statuses.some((status) => status === statement.status)) ||
    (carriesBody(action) && embargoDiffers(statement, embargo))
  return [
    ...(identityDiffers ? [{ code: 'identity-differs' as const, path }] : []),
    ...(statusDiffers ? [{ code: 'status-differs' as const, path }] : []),
    ...(statement.hasBody && !carriesBody(action) ? [{ code: 'carries-body' as const, path }] : []),
  ]
}

/** @returns what a file says; null for invalid JSON, which `brokenLinks` reports. @throws ImportError for invalid XML. */
function readStatement(path: string, bytes: Uint8Array): Statement | null {
  const read = JSON_READERS[path]
  if (read === undefined) return readNewsml(bytes)
  const value = readBounded(bytes)
  return isFields(value) ? read(value) : null
}

/**
 * Compares the identity, version, status and embargo in each file with those in `package.json`, because a CMS may read
 * any one of the files alone.
 * @returns a problem for each file that differs, or that holds content of a withdrawn or killed article
 */
export function findDisagreements(description: PackageDescription, files: BagFiles): PackageProblem[] {
  const { pubStatus, version, supersedes, action } = description
  const isAllowed = pubStatus === undefined || allowedStatuses(description).includes(pubStatus)
  const isOrdered = supersedes === null || supersedes < version
  const own: PackageProblem[] = [
    ...(isAllowed ? [] : [{ code: 'status-differs' as const, path: DESCRIPTION }]),
    ...(isOrdered ? [] : [{ code: 'bad-package-json' as const, path: DESCRIPTION }]),
  ]
  const pictures = carriesBody(action) ? [] : [...files.keys()].filter((path) => path.startsWith('data/images/'))
  const others = [...Object.keys(JSON_READERS), NEWSML].flatMap((path): PackageProblem[] => {
    const bytes = files.get(path)
    if (bytes === undefined || bytes === null) return []
    try {
      const statement = readStatement(path, bytes)
      return statement === null ? [] : compare(path, statement, description)
    } catch (error) {
      if (error instanceof ImportError) return [{ code: 'bad-newsml', path }]
      throw error
    }
  })
  return [...own, ...others, ...pictures.map((path): PackageProblem => ({ code: 'carries-body', path }))]
}
