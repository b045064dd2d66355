import type { Article } from '../../../article/article.ts'
import { headText } from '../../../article/plain-text.ts'
import { pubStatus, type Edition } from '../../edition.ts'
import { articleUrn } from '../../identity.ts'
import { languageDirection } from '../html/context.ts'

type Value = string | number | null | readonly string[]

/** A JSON text is YAML too, whatever it holds (YAML 1.2, 1.3), but for the two line breaks that only YAML knows. */
function yaml(value: Value): string {
  return JSON.stringify(value).replaceAll(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** @returns the head between its two lines of hyphens: what is not given is left out. */
export function frontMatter(article: Article, edition: Edition): string {
  const { metadata } = article
  const fields: Record<string, Value> = {
    title: headText(article, 'headline').trim(),
    id: articleUrn(article.id),
    version: edition.version,
    status: pubStatus(edition),
    language: metadata.language,
    dir: languageDirection(metadata.language),
    kind: metadata.kind,
    slug: metadata.slug,
    section: metadata.section,
    keywords: metadata.keywords,
    mediaTopics: metadata.mediaTopics,
    urgency: metadata.urgency,
    embargo: metadata.embargo,
    place: metadata.place,
    sources: metadata.sources,
    seoTitle: metadata.seoTitle,
    seoDescription: metadata.seoDescription,
    provider: edition.house.provider,
    copyright: edition.house.copyrightNotice,
  }
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}: ${yaml(value)}\n`)
  return `---\n${lines.join('')}---\n`
}
