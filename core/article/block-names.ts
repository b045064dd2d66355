import type { AnyBlock } from './block.ts'

/**
 * How formats that name their blocks call one block type. The HTML and Markdown exporters write the element and class,
 * the HTML importer and the sanitiser recognise them, and the Word importer recognises the styles.
 */
type BlockName = {
  /** The HTML element. Markdown writes it as HTML where it has no syntax for the block. */
  readonly element: string
  /** The class that tells it apart from other blocks with the same element. */
  readonly className?: string
  /**
   * How the HTML importer reads it back.
   * - `line`: an element with the class is one line of this type. If `element` is `aside`, only an `aside` counts
   * - `lines`: the lines inside an element with the class fill the fixed lines of a container, or of several in a row
   * - `other`: `className` alone does not decide; the importer goes by the element or has code for this type
   */
  readonly read: 'line' | 'lines' | 'other'
  /** Classes that other sites use for the same thing. Read, never written. */
  readonly alsoClasses?: readonly string[]
  /** Names of Word paragraph styles, folded: lower case, without spaces, punctuation and harakat. */
  readonly wordStyles: readonly string[]
}

/**
 * The names of every block type. Null: the type needs more than one element with one class (a figure has a picture and
 * a caption, a subhead has levels), so each format writes and reads it with its own code.
 */
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

/** The types that have a name: one element with at most one class represents them fully. */
export type NamedType = {
  [T in keyof typeof BLOCK_NAMES]: (typeof BLOCK_NAMES)[T] extends null ? never : T
}[keyof typeof BLOCK_NAMES]

/** @returns every named type with its names. */
export function blockNames(): readonly (readonly [NamedType, BlockName])[] {
  return Object.entries(BLOCK_NAMES).flatMap(([type, name]) =>
    name === null ? [] : [[type as NamedType, name as BlockName] as const],
  )
}
