import { z } from 'zod'
import { articleSchema } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { head } from '#core/article/factories.ts'
import { isShallow } from '#core/article/json.ts'
import { normaliseDocument } from '#core/article/normalise.ts'
import { isHeadType } from '#core/article/block-types.ts'

/** The clipboard type under which Midad leaves its own blocks. */
export const FRAGMENT_TYPE = 'application/x-midad-blocks'

/** The longest fragment that is read, in UTF-16 units. */
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
 * Reads blocks back from the clipboard. Any program can write there, so they go through the article's own schema;
 * fields of the head come as paragraphs, since they are to stand in a body.
 * @returns the blocks, or null when it is not a fragment of ours or not a valid one
 */
export function readFragment(source: string, newId: NewId): Block[] | null {
  if (source === '' || source.length > MAX_FRAGMENT) return null
  const json = parseJson(source)
  const parsed = fragmentSchema.safeParse(json)
  if (!parsed.success) return null
  // Nesting that would exhaust the stack; nobody's article is so deep.
  if (!isShallow(parsed.data.blocks, MAX_DEPTH)) return null
  const body = parsed.data.blocks.map((block) => (isHeadType(block.type) ? { ...block, type: 'paragraph' } : block))
  return lawfulBlocks(body, newId)
}

const MAX_DEPTH = 100

/** @returns blocks of a body as the article's schema takes them, or null when it takes none of it. */
export function lawfulBlocks(body: readonly unknown[], newId: NewId): Block[] | null {
  if (body.length === 0) return []
  const blocks = normaliseDocument([head('headline', newId), ...body], newId).slice(1)
  const checked = articleSchema.shape.document.safeParse(blocks)
  return checked.success ? checked.data : null
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (error) {
    // Not JSON: another program used our type's name. The plain text beside it is pasted instead.
    if (error instanceof SyntaxError) return null
    throw error
  }
}
