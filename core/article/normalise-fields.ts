import { assetSchema } from './asset.ts'
import type { AnyBlock } from './block.ts'
import { ISO_DAY } from './blocks/correction.ts'
import { ISO_DATE } from './blocks/figure.ts'
import { MAX_LIST_DEPTH } from './blocks/list.ts'
import { isWebUrl } from './inline.ts'
import type { Fields } from './json.ts'
import { foreignFields } from './shapes.ts'

const url = (value: unknown): string =>
  typeof value === 'string' && value.length <= 2048 && isWebUrl(value) ? value : ''

function isDepth(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_LIST_DEPTH
}

/** What each field of one sort of block becomes, whatever came in; undefined: the field goes. */
const FIXES: Readonly<Partial<Record<AnyBlock['type'], Readonly<Record<string, (value: unknown) => unknown>>>>> = {
  subhead: { level: (value) => (value === 3 ? 3 : 2) },
  list: { ordered: (value) => value === true },
  'list-item': {
    depth: (value) => (isDepth(value) ? value : undefined),
    ordered: (value) => (typeof value === 'boolean' ? value : undefined),
  },
  figure: {
    asset: (value) => (assetSchema.safeParse(value).success ? value : undefined),
    date: (value) => (typeof value === 'string' && ISO_DATE.test(value) ? value : undefined),
    alt: (value) => (typeof value === 'string' ? value.toWellFormed().slice(0, 2000) : ''),
  },
  correction: { date: (value) => (typeof value === 'string' && ISO_DAY.test(value) ? value : undefined) },
  embed: { url },
  'related-item': { url },
  table: { header: (value) => value === true },
}

/** @returns the fields of a block of `type`: its own made lawful, those of other sorts gone, the unknown kept. */
export function normaliseFields(node: Fields, type: AnyBlock['type']): Fields {
  const foreign = foreignFields(Object.keys(node), type)
  const kept = Object.fromEntries(Object.entries(node).filter(([key]) => !foreign.includes(key)))
  for (const [key, fix] of Object.entries(FIXES[type] ?? {})) {
    const value = fix(node[key])
    if (value === undefined) delete kept[key]
    else kept[key] = value
  }
  return kept
}
