import { z } from 'zod'
import { ISO_DATE } from '../../article/blocks/figure.ts'
import type { Metadata } from '../../article/metadata.ts'
import { isFields, isShallow } from '../../article/json.ts'
import { lineBlock } from '../html/loose-line.ts'
import type { LooseBlock } from '../html/loose.ts'
import { bodyBlocks } from '../html/page.ts'
import { htmlTree } from '../html/tree.ts'
import { ImportError } from '../import-error.ts'
import { importedArticle, type Ids, type ImportedArticle, type PictureSource } from '../imported.ts'
import { Kept } from '../kept.ts'
import { Losses } from '../losses.ts'
import { issueOf } from '../issue.ts'
import { reportUnread } from './rest.ts'

const text = z.string().catch('')
const statements = z.array(z.object({ role: text, contentType: text, value: text, literal: text }).partial()).catch([])
const named = z.array(z.object({ name: text, literal: text, uri: text, rel: text, role: text }).partial()).catch([])

/** The properties that are read from any version of ninjs. A value of another type counts as missing. */
const ninjsSchema = z.object({
  uri: text,
  version: text,
  language: text,
  title: text,
  slugline: text,
  by: text,
  byline: text,
  located: text,
  headline: text,
  headlines: statements,
  descriptions: statements,
  description_text: text,
  bodies: statements,
  body_html: text,
  body_xhtml: text,
  body_text: text,
  subjects: named,
  subject: named,
  genres: named,
  infoSources: named,
  urgency: z.int().nullable().catch(null),
  embargoedUntil: text,
  embargoed: text,
  pubStatus: text,
  pubstatus: text,
  associations: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).catch([]),
})
type Ninjs = z.infer<typeof ninjsSchema>

const associationSchema = z.object({
  contentCreated: text,
  descriptions: statements,
  renditions: z.array(z.object({ name: text, href: text }).partial()).catch([]),
})

function valueOf(list: Ninjs['headlines'], ...roles: readonly string[]): string {
  return list.find(({ role = '' }) => roles.includes(role))?.value ?? ''
}

/** @returns the main HTML body, else the first; empty for none. */
function htmlOf(ninjs: Ninjs): string {
  const pages = ninjs.bodies.filter(({ contentType = '' }) => /html/u.test(contentType))
  const main = pages.find(({ role }) => role === 'main') ?? pages[0]
  return main?.value ?? (ninjs.body_html || ninjs.body_xhtml)
}

function blocksOf(
  ninjs: Ninjs,
  ids: Ids,
  losses: Losses,
): { blocks: LooseBlock[]; pictures: Map<string, PictureSource> } {
  const html = htmlOf(ninjs)
  if (html.trim() !== '') return bodyBlocks(htmlTree(html), null, ids, losses)
  const plain = ninjs.bodies.find(({ value = '' }) => value.trim() !== '')?.value ?? ninjs.body_text
  const lines = plain.split(/\r?\n/u).flatMap((line) => lineBlock('paragraph', line))
  return { blocks: lines, pictures: new Map() }
}

/** When each picture was taken, by its file. */
function datesByFile({ associations }: Ninjs): Map<string, string> {
  const all = Array.isArray(associations) ? associations : Object.values(associations)
  return new Map(
    all.flatMap((each): [string, string][] => {
      const parsed = associationSchema.safeParse(isFields(each) ? each : {})
      if (!parsed.success) return []
      const { contentCreated, descriptions, renditions } = parsed.data
      const date = contentCreated || valueOf(descriptions, 'created')
      return ISO_DATE.test(date)
        ? renditions.map(({ href = '' }) => [href.replace(/^cid:([^@]+)@images$/u, 'images/$1'), date])
        : []
    }),
  )
}

function metadataOf(ninjs: Ninjs): Partial<Metadata> {
  const subjects = [...ninjs.subjects, ...ninjs.subject]
  const words = (rel: string): string[] => subjects.filter((each) => each.rel === rel).map(({ name = '' }) => name)
  const topics = subjects.flatMap(({ uri = '', literal = '', rel = '' }) => {
    const digits = /\/mediatopic\/(\d{8})$/u.exec(uri)?.[1]
    if (digits !== undefined) return [`medtop:${digits}`]
    return rel === 'mediatopic' ? [literal] : []
  })
  const others = subjects.filter(({ rel = '', uri = '' }) => rel === '' && !uri.includes('/mediatopic/'))
  return {
    ...(ninjs.genres[0]?.name === undefined ? {} : { kind: ninjs.genres[0].name }),
    slug: ninjs.slugline,
    section: words('section')[0] ?? '',
    keywords: [...words('keyword'), ...others.map(({ name = '' }) => name)],
    mediaTopics: topics,
    urgency: ninjs.urgency,
    embargo: ninjs.embargoedUntil || ninjs.embargoed || null,
    place: ninjs.located,
    sources: ninjs.infoSources.filter(({ role = '' }) => role !== 'provider').map(({ name = '' }) => name),
    seoTitle: seoTitleOf(ninjs),
    seoDescription: valueOf(ninjs.descriptions, 'seo'),
    language: ninjs.language,
  }
}

function headlineOf({ headlines, headline }: Ninjs): string {
  const first = headlines.find(({ role }) => role !== 'seo')
  return valueOf(headlines, 'main') || (first?.value ?? '') || headline
}

/** Others put the title for search engines, or the headline once more, into `title`. */
function seoTitleOf(ninjs: Ninjs): string {
  const headline = headlineOf(ninjs)
  const title = headline === '' || ninjs.title.trim() === headline.trim() ? '' : ninjs.title
  return valueOf(ninjs.headlines, 'seo') || title
}

/**
 * Reads IPTC ninjs 1 to 3: its HTML body, else its plain text.
 * @throws ImportError `damaged` for other JSON, `without-body` for a cancelled item, `empty`.
 */
export function importNinjs(json: unknown, ids: Ids): ImportedArticle {
  if (!isShallow(json, 60)) throw new ImportError('damaged')
  const parsed = ninjsSchema.safeParse(json)
  if (!parsed.success) throw new ImportError('damaged')
  const ninjs = parsed.data
  if (/cancell?ed/u.test(ninjs.pubStatus || ninjs.pubstatus)) throw new ImportError('without-body')
  const losses = new Losses()
  const { blocks, pictures } = blocksOf(ninjs, ids, losses)
  const dates = datesByFile(ninjs)
  const dated = (block: LooseBlock): LooseBlock => {
    if (block.type === 'gallery') return { ...block, children: (block.children as LooseBlock[]).map(dated) }
    const source = block.type === 'figure' ? pictures.get(String(block['id'])) : undefined
    const date = source?.kind === 'file' ? dates.get(source.path) : undefined
    return date === undefined ? block : { ...block, date }
  }
  const headline = headlineOf(ninjs) || ninjs.title
  const all = [
    ...lineBlock('kicker', valueOf(ninjs.headlines, 'kicker')),
    ...lineBlock('headline', headline),
    ...lineBlock('deck', valueOf(ninjs.descriptions, 'summary') || ninjs.description_text),
    ...lineBlock('byline', ninjs.by || ninjs.byline),
    ...blocks.map(dated),
  ]
  if (all.length === 0) throw new ImportError('empty')
  const metadata = metadataOf(ninjs)
  const kept = new Kept(all, ...Object.values(metadata).flat().map(String))
  const issue = issueOf(ninjs.uri, ninjs.version)
  reportUnread(json, { kept, losses, html: htmlOf(ninjs), pictures, isOurs: issue.midadId !== null })
  return { ...importedArticle(all, metadata, pictures, losses, ids), ...issue }
}
