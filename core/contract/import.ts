import { z } from 'zod'
import { articleSchema } from '../article/article.ts'
import type { Block } from '../article/block.ts'
import { isBlockType } from '../article/block-types.ts'
import { directionSchema } from '../article/blocks/base.ts'
import { importFormatSchema } from '../import/format.ts'
import { importLossSchema } from '../import/losses.ts'
import { importedLineSchema, textImportSchema } from '../import/text/lines.ts'
import { stateSchema } from '../review/states.ts'
import { base64Schema } from './base64.ts'
import { call } from './call.ts'

const name = z.string().max(255)
const file = { name, bytes: base64Schema }

/** The longest article file, in UTF-16 units: with its pictures it must fit into one call. */
export const MAX_ARTICLE_FILE = 45 * 1024 * 1024

/** The most lines that one import may have. */
export const MAX_LINES = 50_000
/** The largest file that can be imported, in bytes: its base64 must fit into one string. */
export const MAX_IMPORT_BYTES = 256 * 1024 * 1024

/** The article in the store that has the same id as the one in the file. */
const knownSchema = z.object({
  id: z.string(),
  headline: z.string(),
  state: stateSchema,
  updatedAt: z.string(),
  isInBin: z.boolean(),
  /** Both have the same content. */
  isSame: z.boolean(),
  /** The file holds the whole article, so that it can replace the text here. */
  isReplaceable: z.boolean(),
  /**
   * Whether both texts can be merged. `kept`: the text of the file is a version of the one here, and has nothing new.
   * `no-base`: the version from which both grew is not known.
   */
  merge: z.enum(['possible', 'kept', 'no-base']),
  /** The file went out from here and came back: what it changes can be proposed. */
  isReturned: z.boolean(),
})

/** The tracked changes and comments of a file. */
const reviewSchema = z.object({
  proposals: z.array(
    z.object({
      /** The name in the file; empty for an unknown one. */
      by: z.string(),
      changes: z.int().nonnegative(),
      /** The text with all changes rejected is not the revision that went out: these were made without tracking them. */
      isUntracked: z.boolean(),
    }),
  ),
  threads: z.int().nonnegative(),
  messages: z.int().nonnegative(),
  /** Who wrote the messages. */
  people: z.array(z.string()),
})

/** One article of a file, as it would become a draft. */
export const foundArticleSchema = z.object({
  /** Its position in the file, from 0. */
  index: z.int().nonnegative(),
  headline: z.string(),
  deck: z.string(),
  byline: z.string(),
  section: z.string(),
  words: z.int().nonnegative(),
  pictures: z.int().nonnegative(),
  /** Its first blocks, for a person to look at. */
  preview: z.array(z.object({ type: z.custom<Block['type']>(isBlockType), dir: directionSchema, text: z.string() })),
  /** What the file holds and the draft will lack. */
  losses: z.array(importLossSchema),
  known: knownSchema.nullable(),
  /** What people propose and say in the file; null for nothing. */
  review: reviewSchema.nullable(),
  /** The article in the store that the text is nearest to, when the file does not say which one it is; null for none. */
  similar: z.object({ id: z.string(), headline: z.string() }).nullable(),
})
export type FoundArticle = z.infer<typeof foundArticleSchema>

/**
 * How an article is taken in: as a new one, as the newest point of the one that is here, as a copy, or as what people propose
 * to change in the one that is here, or in the one that it is nearest to.
 */
export const takeAsSchema = z.enum(['new', 'revision', 'copy', 'proposals'])
export type TakeAs = z.infer<typeof takeAsSchema>

export const importCalls = {
  /**
   * Recognises pasted text, or a file by its content: lines with their roles, or articles of a format that marks its own
   * parts. Stores and fetches nothing.
   */
  'import.recognise': call(
    z.union([z.object({ text: z.string() }), z.object(file)]),
    z.discriminatedUnion('kind', [
      textImportSchema.extend({ kind: z.literal('lines'), encoding: z.string() }),
      z.object({
        kind: z.literal('articles'),
        format: importFormatSchema,
        articles: z.array(foundArticleSchema).min(1),
      }),
    ]),
  ),
  /** Makes a draft from lines whose roles a person has confirmed or corrected. */
  'import.accept': call(
    z.object({
      lines: z.array(importedLineSchema).min(1).max(MAX_LINES),
      section: z.string().max(500),
    }),
    z.object({ id: z.string() }),
  ),
  /**
   * Takes in an article from a file that a window saved elsewhere, as a draft with all its blocks, ids and metadata. When
   * the store has an article with its id, that one stays as it is, and this one gets a new id: `isCopy`.
   */
  'import.article': call(
    z.object({ text: z.string().max(MAX_ARTICLE_FILE) }),
    z.object({ id: z.string(), isCopy: z.boolean() }),
  ),
  /**
   * Takes in the chosen articles of a file, all or none. An article that is here already needs `revision`, `copy` or
   * `proposals`, and is refused with `conflict` otherwise.
   */
  'import.take': call(
    z.object({
      ...file,
      choices: z
        .array(z.object({ index: z.int().nonnegative(), as: takeAsSchema }))
        .min(1)
        .max(5000),
    }),
    z.object({ ids: z.array(z.string()).min(1) }),
  ),
  /**
   * Gives the article of a file and the revision from which it and the article here grew, for a window to merge. Stores
   * nothing. Refused with `invalid-input` where `merge` is not `possible`.
   */
  'import.sides': call(
    z.object({ ...file, index: z.int().nonnegative() }),
    z.object({ id: z.string(), base: articleSchema, theirs: articleSchema }),
  ),
  /** Keeps the article of a file as a revision of the one here, with its pictures, before a window merges it. */
  'import.keep': call(z.object({ ...file, index: z.int().nonnegative() }), z.object({})),
}
