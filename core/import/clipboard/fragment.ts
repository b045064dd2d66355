import { z } from 'zod'
import { documentSchema } from '../../article/article.ts'
import type { Block } from '../../article/block.ts'
import type { NewId } from '../../article/factories.ts'
import { isShallow, parseJson } from '../../article/json.ts'
import { normaliseDocument } from '../../article/normalise.ts'
import { isHeadType } from '../../article/block-types.ts'

/** The clipboard type of Midad's own blocks. */
export const FRAGMENT_TYPE = 'application/x-midad-blocks'

/** Longer fragments are ignored. In UTF-16 units. */
const MAX_FRAGMENT = 8_000_000

const fragmentSchema = z.object({
  midad: z.literal(1),
  blocks: z
    .array(z.looseObject({ type: z.string() }))
    .min(1)
    .max(5000),
})

/** @returns the text to put on the clipboard for these blocks. */
export function writeFragment(blocks: readonly unknown[]): string {
  return JSON.stringify({ midad: 1, blocks })
}

/**
 * Reads blocks from the clipboard. Any program can write there, so they are validated by the article's schema.
 * @returns the blocks, or null if the text is not a valid fragment
 */
export function readFragment(source: string, newId: NewId): Block[] | null {
  if (source === '' || source.length > MAX_FRAGMENT) return null
  // Another program may use our clipboard type for something else. Its plain text is pasted then.
  const parsed = fragmentSchema.safeParse(parseJson(source))
  if (!parsed.success) return null
  if (!isShallow(parsed.data.blocks, MAX_DEPTH)) return null
  return validBlocks(parsed.data.blocks, newId)
}

/** Deeper nesting than any real article has, which could exhaust the stack. */
const MAX_DEPTH = 100

/**
 * @returns the blocks, normalised, with the fields of the head among them first; null if the article's schema refuses
 *   them
 */
export function validBlocks(loose: readonly { type: string }[], newId: NewId): Block[] | null {
  if (loose.length === 0) return []
  const isGiven = (isWanted: (type: string) => boolean): boolean => loose.some(({ type }) => isWanted(type))
  const hasHeadline = isGiven((type) => type === 'headline')
  const hasBody = isGiven((type) => !isHeadType(type))
  // A document has a headline and a body, a paste only what was copied.
  const blocks = normaliseDocument(loose, newId).filter(({ type }) =>
    type === 'headline' ? hasHeadline : isHeadType(type) || hasBody,
  )
  const checked = documentSchema.safeParse(blocks)
  return checked.success ? checked.data : null
}
