import * as rule from './field-rules.ts'
import type { AnyBlock } from './block.ts'
import type { Traits } from './trait-types.ts'

type Type = AnyBlock['type']

/** A field of the head. */
const HEAD_LINE = {
  holds: 'text',
  place: 'head',
  fields: {},
  line: 'fixed',
  enter: 'next-field',
  softBreak: false,
  backspace: 'join',
  tab: 'nothing',
  takesBlocks: false,
  counted: false,
} as const

/** A line of the body that is set apart from the paragraphs around it. Enter goes on with a paragraph. */
const DISPLAY_LINE = {
  holds: 'text',
  place: 'body',
  fields: {},
  line: 'running',
  enter: 'paragraph',
  softBreak: true,
  backspace: 'become-paragraph',
  tab: 'nothing',
  takesBlocks: false,
  counted: false,
} as const

/** A line that its container always has, such as a caption: it cannot be split off or removed alone. */
const FIXED_LINE = {
  holds: 'text',
  place: 'nested',
  fields: {},
  line: 'fixed',
  enter: 'on-or-after',
  softBreak: false,
  backspace: 'join',
  tab: 'nothing',
  takesBlocks: false,
  counted: false,
} as const

/** A block of the body that holds other blocks. */
const CONTAINER = {
  holds: 'blocks',
  place: 'body',
  fields: {},
  delimiter: '\n',
  isolating: true,
  dissolves: false,
} as const

/**
 * The table of block types: one row for each, with every property that code branches on. The normaliser, the editor's
 * keys and commands, plain text, search and word counts read it. `trait-types.ts` explains each trait.
 *
 * Ask a trait instead of comparing a type with a literal name, and derive a set of types from this table instead of
 * listing it: a new block type is then handled everywhere by its row. Compare names only where a rule concerns one
 * type.
 *
 * Direction is not a trait. Every block has its own `dir`, and a command changes it for a whole top-level block.
 */
export const TRAITS = {
  kicker: HEAD_LINE,
  headline: HEAD_LINE,
  deck: HEAD_LINE,
  byline: HEAD_LINE,
  dateline: HEAD_LINE,
  paragraph: {
    holds: 'text',
    place: 'body',
    fields: {},
    line: 'running',
    enter: 'split',
    softBreak: true,
    backspace: 'join',
    tab: 'nothing',
    takesBlocks: true,
    counted: true,
    turns: { paragraph: {} },
  },
  subhead: {
    ...DISPLAY_LINE,
    softBreak: false,
    takesBlocks: true,
    counted: true,
    fields: { level: rule.subheadLevel },
    turns: { 'subhead-2': { level: 2 }, 'subhead-3': { level: 3 } },
  },
  quote: {
    ...CONTAINER,
    shape: { lead: [], items: ['paragraph'], tail: ['attribution'] },
    turns: { quote: {} },
  },
  attribution: { ...FIXED_LINE, counted: true },
  pullquote: { ...DISPLAY_LINE, turns: { pullquote: {} } },
  list: {
    ...CONTAINER,
    isolating: false,
    fields: { ordered: rule.flag },
    shape: { lead: [], items: ['list-item'], tail: [] },
    turns: { list: { ordered: false }, 'ordered-list': { ordered: true } },
  },
  'list-item': {
    holds: 'text',
    place: 'nested',
    line: 'running',
    enter: 'item',
    softBreak: true,
    backspace: 'step-out',
    tab: 'indent',
    takesBlocks: true,
    counted: true,
    arranged: true,
    fields: { depth: rule.listDepth, ordered: rule.optionalFlag },
  },
  figure: {
    ...CONTAINER,
    fields: { asset: rule.picture, alt: rule.altText, date: rule.isoDate },
    shape: { lead: ['caption', 'credit'], items: [], tail: [] },
  },
  caption: FIXED_LINE,
  credit: FIXED_LINE,
  gallery: { ...CONTAINER, shape: { lead: [], items: ['figure'], tail: [] } },
  embed: {
    ...CONTAINER,
    dissolves: true,
    fields: { url: rule.webUrl },
    shape: { lead: ['caption'], items: [], tail: [] },
  },
  factbox: {
    ...CONTAINER,
    dissolves: true,
    shape: { lead: ['factbox-title'], items: ['paragraph', 'list'], tail: [] },
    turns: { factbox: {} },
  },
  'factbox-title': { ...FIXED_LINE, enter: 'next-line', counted: true },
  related: { ...CONTAINER, dissolves: true, shape: { lead: [], items: ['related-item'], tail: [] } },
  'related-item': {
    holds: 'text',
    place: 'nested',
    line: 'separate',
    enter: 'split-anew',
    softBreak: false,
    backspace: 'join',
    tab: 'nothing',
    takesBlocks: false,
    counted: false,
    arranged: true,
    fields: { url: rule.webUrl },
  },
  table: {
    ...CONTAINER,
    dissolves: true,
    fields: { header: rule.flag, headerColumn: rule.optionalFlag },
    shape: { lead: [], items: ['table-row'], tail: [] },
  },
  'table-row': {
    ...CONTAINER,
    place: 'nested',
    delimiter: '\t',
    arranged: true,
    shape: { lead: [], items: ['table-cell'], tail: [] },
  },
  'table-cell': { ...FIXED_LINE, enter: 'cell-below', softBreak: true, tab: 'next-cell', counted: true },
  verse: {
    ...CONTAINER,
    dissolves: true,
    shape: { lead: ['hemistich', 'hemistich'], items: [], tail: [] },
    turns: { verse: {} },
  },
  hemistich: { ...FIXED_LINE, enter: 'next-line', counted: true },
  correction: { ...DISPLAY_LINE, fields: { date: rule.isoDay } },
  separator: { holds: 'nothing', place: 'body', fields: {}, deletes: true },
  unknown: { holds: 'nothing', place: 'body', fields: {}, deletes: false },
} as const satisfies { readonly [T in Type]: Traits<T> }

/** The name of any field that some block type has beyond those of every block. */
export type FieldName = { [T in Type]: keyof (typeof TRAITS)[T]['fields'] }[Type]

/** @returns the row of a block type, typed by what that type holds. */
export function traitsOf<T extends Type>(type: T): Traits<T> {
  return (TRAITS as { readonly [U in Type]: Traits<U> })[type]
}
