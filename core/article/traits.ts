import * as rule from './field-rules.ts'
import type { AnyBlock } from './block.ts'
import type { Traits } from './trait-types.ts'

type Type = AnyBlock['type']

const HEAD = {
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

/** A line of the body that stands out of the running text and is followed by it. */
const STANDOUT = {
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

/** A line that its container has by its shape. */
const FIXED_LINE = {
  holds: 'text',
  place: 'nested',
  fields: {},
  line: 'fixed',
  enter: 'after-block',
  softBreak: false,
  backspace: 'join',
  tab: 'nothing',
  takesBlocks: false,
  counted: false,
} as const

const CONTAINER = {
  holds: 'blocks',
  place: 'body',
  fields: {},
  joint: '\n',
  border: true,
  dissolves: false,
} as const

/**
 * Every fact about a sort of block that code decides on. Sets of types are derived from it and never listed again. A
 * direction is not among them: every block has one of its own, and a top-level block turns with all that it holds.
 */
export const TRAITS = {
  kicker: HEAD,
  headline: HEAD,
  deck: HEAD,
  byline: HEAD,
  dateline: HEAD,
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
    ...STANDOUT,
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
  pullquote: { ...STANDOUT, turns: { pullquote: {} } },
  list: {
    ...CONTAINER,
    border: false,
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
    fields: { header: rule.flag },
    shape: { lead: [], items: ['table-row'], tail: [] },
  },
  'table-row': {
    ...CONTAINER,
    place: 'nested',
    joint: '\t',
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
  correction: { ...STANDOUT, fields: { date: rule.isoDay } },
  separator: { holds: 'nothing', place: 'body', fields: {}, deletes: true },
  unknown: { holds: 'nothing', place: 'body', fields: {}, deletes: false },
} as const satisfies { readonly [T in Type]: Traits<T> }

/** @returns the traits of a type of block. */
export function traitsOf<T extends Type>(type: T): Traits<T> {
  return (TRAITS as { readonly [U in Type]: Traits<U> })[type]
}
