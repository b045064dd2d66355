import type { Article } from '#core/article/article.ts'
import {
  correction,
  embed,
  factbox,
  figure,
  gallery,
  head,
  list,
  newArticle,
  paragraph,
  pullquote,
  quote,
  related,
  subhead,
  table,
} from '#core/article/factories.ts'
import { counter } from '#tests/support/articles.ts'
import { ASSET } from '#tests/support/full-article.ts'

/** What a format may keep or lose, in the order of the table: each with a word that is nowhere else in the article. */
export const PROBES = {
  kicker: 'kwkicker',
  headline: 'kwheadline',
  deck: 'kwdeck',
  byline: 'kwbyline',
  dateline: 'kwdateline',
  paragraphs: 'kwparagraph',
  subheads: 'kwsubhead',
  quotations: 'kwquote',
  attributions: 'kwattribution',
  'pull quotes': 'kwpullquote',
  lists: 'kwlist',
  tables: 'kwtable',
  factboxes: 'kwfactbox',
  corrections: 'kwcorrection',
  'dates of corrections': '2019-08-07',
  galleries: 'kwgallery',
  captions: 'kwcaption',
  credits: 'kwcredit',
  'alternative texts': 'kwalt',
  'dates of pictures': '2018-07-06',
  'addresses of links': 'https://kwlink.example/',
  'addresses of embeds': 'https://kwembed.example/',
  'addresses of related pieces': 'https://kwrelated.example/',
  kind: 'kwkind',
  slug: 'kwslug',
  section: 'kwsection',
  keywords: 'kwkeyword',
  'media topics': '11000123',
  place: 'kwplace',
  sources: 'kwsource',
  'SEO title': 'kwseotitle',
  'SEO description': 'kwseodescription',
} as const
export type Probe = keyof typeof PROBES

/** @returns an article that contains every probe once. */
export function probeArticle(): Article {
  const id = counter('p')
  const link = { type: 'link' as const, url: PROBES['addresses of links'], children: [{ text: 'رابط' }] }
  const words = { caption: PROBES.captions, credit: PROBES.credits, alt: PROBES['alternative texts'] }
  return {
    ...newArticle('7f3a2c10-0000-4000-8000-000000000003', id, [
      head('kicker', id, PROBES.kicker),
      head('headline', id, PROBES.headline),
      head('deck', id, PROBES.deck),
      head('byline', id, PROBES.byline),
      head('dateline', id, PROBES.dateline),
      { ...paragraph(id), children: [{ text: PROBES.paragraphs }, link] },
      subhead(id, PROBES.subheads),
      quote(id, PROBES.quotations, PROBES.attributions),
      pullquote(id, PROBES['pull quotes']),
      list(id, false, [PROBES.lists]),
      table(id, [[PROBES.tables], ['س']]),
      factbox(id, 'عنوان', [PROBES.factboxes]),
      correction(id, PROBES.corrections, PROBES['dates of corrections']),
      gallery(id, [figure(id, { caption: PROBES.galleries })]),
      figure(id, { ...words, asset: ASSET, date: PROBES['dates of pictures'] }),
      embed(id, PROBES['addresses of embeds']),
      related(id, [{ title: 'مادة', url: PROBES['addresses of related pieces'] }]),
    ]),
    metadata: {
      kind: PROBES.kind,
      slug: PROBES.slug,
      section: PROBES.section,
      keywords: [PROBES.keywords],
      mediaTopics: [`medtop:${PROBES['media topics']}`],
      urgency: 3,
      embargo: null,
      place: PROBES.place,
      sources: [PROBES.sources],
      seoTitle: PROBES['SEO title'],
      seoDescription: PROBES['SEO description'],
      language: 'ar',
    },
  }
}
