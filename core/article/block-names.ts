import type { AnyBlock } from './block.ts'

/** What formats that name their blocks call one of ours: exporters write it, importers and the sanitiser look for it. */
type BlockName = {
  /** In HTML; in Markdown too, where Markdown has no sign of its own. */
  readonly element: string
  readonly className?: string
  /**
   * How a page is read back.
   * - `line`: an element with the class is a line of this type; an `aside` must be one in the page too
   * - `lines`: the lines in an element with the class fill the fixed lines of one, or of several
   * - `other`: by its element, or by a reader of its own
   */
  readonly read: 'line' | 'lines' | 'other'
  /** Other classes by which pages of others say the same. */
  readonly alsoClasses?: readonly string[]
  /** The paragraph styles of Word documents, in small letters, without spaces, signs and harakat. */
  readonly wordStyles: readonly string[]
}

/** Null: its own handlers write and read it, for one element does not say it all. */
export const BLOCK_NAMES = {
  kicker: {
    element: 'p',
    className: 'kicker',
    read: 'line',
    alsoClasses: ['eyebrow', 'overline'],
    wordStyles: ['kicker', 'overline', 'سطرتمهيدي', 'شارحة'],
  },
  headline: {
    element: 'h1',
    read: 'other',
    wordStyles: ['title', 'headline', 'العنوان', 'العنوانالرئيس', 'العنوانالرئيسي'],
  },
  deck: {
    element: 'p',
    className: 'deck',
    read: 'line',
    alsoClasses: ['standfirst', 'subtitle', 'sub-title'],
    wordStyles: ['subtitle', 'deck', 'standfirst', 'المقدمة', 'عنوانثانوي', 'العنوانالثانوي'],
  },
  byline: {
    element: 'p',
    className: 'byline',
    read: 'line',
    wordStyles: ['byline', 'author', 'الكاتب', 'اسمالكاتب', 'المحرر'],
  },
  dateline: {
    element: 'p',
    className: 'dateline',
    read: 'line',
    wordStyles: ['dateline', 'المكان', 'المكانوالتاريخ', 'المصدروالمكان'],
  },
  paragraph: { element: 'p', read: 'other', wordStyles: [] },
  subhead: null,
  quote: { element: 'blockquote', read: 'other', wordStyles: [] },
  attribution: {
    element: 'p',
    className: 'attribution',
    read: 'other',
    wordStyles: ['attribution', 'القائل', 'صاحبالقول'],
  },
  pullquote: {
    element: 'aside',
    className: 'pullquote',
    read: 'line',
    wordStyles: ['pullquote', 'اقتباسبارز'],
  },
  list: null,
  'list-item': null,
  figure: null,
  caption: {
    element: 'p',
    className: 'caption',
    read: 'other',
    wordStyles: ['caption', 'تعليق', 'تسميةتوضيحية', 'تعليقالصورة', 'تعليقصورة'],
  },
  credit: {
    element: 'p',
    className: 'credit',
    read: 'other',
    wordStyles: ['credit', 'photocredit', 'مصدرالصورة', 'مصدرصورة'],
  },
  gallery: { element: 'div', className: 'gallery', read: 'other', wordStyles: [] },
  embed: null,
  factbox: { element: 'aside', className: 'factbox', read: 'other', wordStyles: [] },
  'factbox-title': { element: 'h3', className: 'factbox-title', read: 'other', wordStyles: ['factboxtitle'] },
  related: null,
  'related-item': null,
  table: null,
  'table-row': null,
  'table-cell': null,
  verse: {
    element: 'div',
    className: 'verse',
    read: 'lines',
    alsoClasses: ['wp-block-verse'],
    wordStyles: ['verse', 'بيت', 'بيتشعر'],
  },
  hemistich: { element: 'p', className: 'hemistich', read: 'other', wordStyles: [] },
  correction: null,
  separator: null,
  unknown: null,
} as const satisfies { readonly [T in AnyBlock['type']]: BlockName | null }

/** The types that one element with one class says all of. */
export type NamedType = {
  [T in keyof typeof BLOCK_NAMES]: (typeof BLOCK_NAMES)[T] extends null ? never : T
}[keyof typeof BLOCK_NAMES]

/** @returns the types that are named, with their names. */
export function blockNames(): readonly (readonly [NamedType, BlockName])[] {
  return Object.entries(BLOCK_NAMES).flatMap(([type, name]) =>
    name === null ? [] : [[type as NamedType, name as BlockName] as const],
  )
}
