import { z } from 'zod'
import { importedLineSchema, textImportSchema } from '../import/text/lines.ts'
import { actorSchema } from '../review/states.ts'
import { call } from './call.ts'

const name = z.string().max(255)

/** The longest article file, in UTF-16 units: with its pictures it must fit into one call. */
export const MAX_ARTICLE_FILE = 45 * 1024 * 1024

/** The most lines that one import may have. */
export const MAX_LINES = 50_000

export const importCalls = {
  /** Recognises pasted text, or a file's bytes (base64) in UTF-8, UTF-16 or windows-1256. Stores nothing. */
  'import.recognise': call(
    z.union([z.object({ text: z.string() }), z.object({ name, bytes: z.base64() })]),
    textImportSchema.extend({ encoding: z.string() }),
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
}
