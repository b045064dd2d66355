import { assetSchema, type Asset } from './asset.ts'
import { ISO_DAY } from './blocks/correction.ts'
import { ISO_DATE } from './blocks/figure.ts'
import { MAX_LIST_DEPTH } from './blocks/list.ts'
import { isWebUrl } from './inline.ts'

/**
 * Turns any JSON value into a valid value of a field; `undefined` removes the field. Given `undefined`, it returns the
 * default of a new block.
 */
export type FieldRule<V> = (value: unknown) => V

export const webUrl: FieldRule<string> = (value) =>
  typeof value === 'string' && value.length <= 2048 && isWebUrl(value) ? value : ''

export const flag: FieldRule<boolean> = (value) => value === true

export const optionalFlag: FieldRule<boolean | undefined> = (value) => (typeof value === 'boolean' ? value : undefined)

export const subheadLevel: FieldRule<2 | 3> = (value) => (value === 3 ? 3 : 2)

export const listDepth: FieldRule<number | undefined> = (value) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_LIST_DEPTH ? Number(value) : undefined

export const picture: FieldRule<Asset | undefined> = (value) =>
  assetSchema.safeParse(value).success ? (value as Asset) : undefined

export const altText: FieldRule<string> = (value) =>
  typeof value === 'string' ? value.toWellFormed().slice(0, 2000) : ''

export const isoDate: FieldRule<string | undefined> = (value) =>
  typeof value === 'string' && ISO_DATE.test(value) ? value : undefined

export const isoDay: FieldRule<string | undefined> = (value) =>
  typeof value === 'string' && ISO_DAY.test(value) ? value : undefined
