import type { Metadata } from '../../article/metadata.ts'
import type { LooseBlock } from '../html/loose.ts'
import { articleBlocks } from '../html/page.ts'
import { htmlTree } from '../html/tree.ts'
import { ImportError } from '../import-error.ts'
import { importedArticle, type Ids, type ImportedArticle } from '../imported.ts'
import { Kept } from '../kept.ts'
import { Losses } from '../losses.ts'
import { issueOf } from '../issue.ts'
import { splitFrontMatter, type FrontMatter } from './front-matter.ts'
import { markdownHtml } from './render.ts'

function field(head: FrontMatter, ...names: readonly string[]): string {
  const found = names.map((name) => head[name]).find((value) => value !== undefined && value !== '')
  return found === undefined ? '' : String(found)
}

function listField(head: FrontMatter, ...names: readonly string[]): string[] {
  const found = names.map((name) => head[name]).find((value) => value !== undefined)
  if (found === undefined) return []
  return Array.isArray(found) ? [...found] : String(found).split(/[,،]/u)
}

function metadataOf(head: FrontMatter): Partial<Metadata> {
  const urgency = field(head, 'urgency')
  return {
    ...(head['kind'] === undefined ? {} : { kind: field(head, 'kind') }),
    slug: field(head, 'slug'),
    section: field(head, 'section', 'category') || (listField(head, 'categories')[0] ?? ''),
    keywords: listField(head, 'keywords', 'tags'),
    mediaTopics: listField(head, 'mediaTopics'),
    urgency: /^[1-9]$/u.test(urgency) ? Number(urgency) : null,
    embargo: field(head, 'embargo') || null,
    place: field(head, 'place'),
    sources: listField(head, 'sources'),
    seoTitle: field(head, 'seoTitle'),
    seoDescription: field(head, 'seoDescription', 'description'),
    language: field(head, 'language', 'lang'),
  }
}

/** Fields for machines, which each export generates again. */
const TECHNICAL = new Set('id version status dir lang language layout draft urgency embargo'.split(' '))

/** Reports the fields of a head that the article does not have. */
function reportUnusedFields(head: FrontMatter, kept: Kept, losses: Losses): void {
  for (const [name, value] of Object.entries(head)) {
    const words = Array.isArray(value) ? value.join('، ') : String(value)
    if (!TECHNICAL.has(name) && !kept.has(words)) losses.add('fields', `${name}: ${words}`)
  }
}

/**
 * Reads any Markdown: CommonMark with GitHub's tables, a YAML head, and embedded HTML.
 * @throws ImportError `too-large`, `empty`, `damaged`.
 */
export function importMarkdown(source: string, ids: Ids): ImportedArticle {
  const { head, text: body, unread } = splitFrontMatter(source)
  const losses = new Losses()
  const said = field(head, 'dir')
  const dir = said === 'rtl' || said === 'ltr' ? said : null
  const { blocks, pictures } = articleBlocks(htmlTree(markdownHtml(body, 'file')), dir, ids, losses)
  const line = (type: string, words: string): LooseBlock => ({ type, dir: dir ?? 'rtl', children: [{ text: words }] })
  const isMissing = (type: string): boolean => !blocks.some((block) => block.type === type)
  const title = field(head, 'title')
  const byline = field(head, 'author', 'byline')
  const all = [
    ...(title !== '' && isMissing('headline') ? [line('headline', title)] : []),
    ...(byline !== '' && isMissing('byline') ? [line('byline', byline)] : []),
    ...blocks,
  ]
  if (all.length === 0) throw new ImportError('empty')
  const metadata = metadataOf(head)
  reportUnusedFields(head, new Kept(all, ...Object.values(metadata).flat().map(String)), losses)
  for (const unknown of unread) losses.add('fields', unknown)
  const issue = issueOf(field(head, 'id'), field(head, 'version'))
  return { ...importedArticle(all, metadata, pictures, losses, ids), ...issue }
}
