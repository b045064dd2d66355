import { z } from 'zod'
import { importedLineSchema, textImportSchema } from '../import/text/lines.ts'
import { actorSchema } from '../review/states.ts'
import { call } from './call.ts'

const name = z.string().max(255)

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
}
