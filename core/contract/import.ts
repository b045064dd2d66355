import { z } from 'zod'
import type { Block } from '../article/block.ts'
import { isBlockType } from '../article/block-types.ts'
import { directionSchema } from '../article/blocks/base.ts'
import { importFormatSchema } from '../import/format.ts'
import { importLossSchema } from '../import/losses.ts'
import { importedLineSchema, textImportSchema } from '../import/text/lines.ts'
import { actorSchema, stateSchema } from '../review/states.ts'
import { call } from './call.ts'

const name = z.string().max(255)
const file = { name, bytes: z.base64() }

/** The longest article file, in UTF-16 units: with its pictures it must fit into one call. */
export const MAX_ARTICLE_FILE = 45 * 1024 * 1024

/** The most lines that one import may have. */
export const MAX_LINES = 50_000
/** The largest file of several articles or with pictures, in bytes: what base64 still carries in one text. */
export const MAX_IMPORT_BYTES = 256 * 1024 * 1024

/** The article that is in the store already, under the id that the file's has. */
const knownSchema = z.object({
  id: z.string(),
  headline: z.string(),
  state: stateSchema,
  updatedAt: z.string(),
  isInBin: z.boolean(),
  /** It is the very same text. */
  isSame: z.boolean(),
  /** The file carries all of the article, so that its text can take the place of the one here. */
  isReplaceable: z.boolean(),
})

/** One article of a file, as it would become a draft. */
export const foundArticleSchema = z.object({
  /** Its place in the file. */
  index: z.int().nonnegative(),
  headline: z.string(),
  deck: z.string(),
  byline: z.string(),
  section: z.string(),
  words: z.int().nonnegative(),
  pictures: z.int().nonnegative(),
  /** Its first blocks, for a person to look at. */
  preview: z.array(z.object({ type: z.custom<Block['type']>(isBlockType), dir: directionSchema, text: z.string() })),
  /** What the file has and the draft will not have. */
  losses: z.array(importLossSchema),
  known: knownSchema.nullable(),
})
export type FoundArticle = z.infer<typeof foundArticleSchema>

/** How an article comes in: as a new one; into the one that is here, as its newest point; or beside it, as another. */
export const takeAsSchema = z.enum(['new', 'revision', 'copy'])
export type TakeAs = z.infer<typeof takeAsSchema>

export const importCalls = {
  /**
   * Recognises pasted text, or a file by its content: a page's lines with their roles, or articles of a format that
   * says itself what its parts are. Stores nothing, and fetches nothing.
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
  /** Makes a draft out of lines whose roles a person has seen and perhaps corrected. */
  'import.accept': call(
    z.object({
      lines: z.array(importedLineSchema).min(1).max(MAX_LINES),
      section: z.string().max(500),
      actor: actorSchema,
    }),
    z.object({ id: z.string() }),
  ),
  /**
   * Takes in an article from a file that a window saved elsewhere, with all its blocks, ids and metadata. It is a draft;
   * when the store has an article of its id already, that one stays as it is, and `isCopy` says that this one got another.
   */
  'import.article': call(
    z.object({ text: z.string().max(MAX_ARTICLE_FILE), actor: actorSchema }),
    z.object({ id: z.string(), isCopy: z.boolean() }),
  ),
  /**
   * Takes chosen articles of a file in, all or none of them. One that is here already needs `revision` or `copy`, and
   * is refused with `conflict` otherwise.
   */
  'import.take': call(
    z.object({
      ...file,
      choices: z
        .array(z.object({ index: z.int().nonnegative(), as: takeAsSchema }))
        .min(1)
        .max(5000),
      actor: actorSchema,
    }),
    z.object({ ids: z.array(z.string()).min(1) }),
  ),
}
