import * as z from 'zod'
import { anchorSchema, type Anchor } from '#core/review/anchor.ts'

const draftsSchema = z.object({
  /** What the comment that is being written is about; null while there is none. */
  anchor: anchorSchema.nullable(),
  /** What stands in the fields, by their names. */
  texts: z.record(z.string(), z.string()),
})
type Drafts = z.infer<typeof draftsSchema>

const EMPTY: Drafts = { anchor: null, texts: {} }
const known = new Map<string, Drafts>()
const keyOf = (articleId: string): string => `midad.comments.${articleId}`

function read(articleId: string): Drafts {
  const held = known.get(articleId)
  if (held !== undefined) return held
  const parsed = draftsSchema.safeParse(parse(localStorage.getItem(keyOf(articleId))))
  const drafts = parsed.success ? parsed.data : EMPTY
  known.set(articleId, drafts)
  return drafts
}

function parse(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null')
  } catch {
    // Cut off by a full disk: there is no draft.
    return null
  }
}

function write(articleId: string, drafts: Drafts): void {
  known.set(articleId, drafts)
  const isEmpty = drafts.anchor === null && Object.keys(drafts.texts).length === 0
  if (isEmpty) localStorage.removeItem(keyOf(articleId))
  else localStorage.setItem(keyOf(articleId), JSON.stringify(drafts))
}

/** @returns what was typed into a field of an article's comments and not sent: it outlives the panel and a reload */
export function draftText(articleId: string, field: string): string {
  return read(articleId).texts[field] ?? ''
}

/** Keeps what stands in a field; an empty text forgets it. */
export function keepDraftText(articleId: string, field: string, text: string): void {
  const { [field]: _old, ...others } = read(articleId).texts
  write(articleId, { ...read(articleId), texts: text === '' ? others : { ...others, [field]: text } })
}

/** @returns what the comment that is being written is about; null while there is none */
export function draftAnchor(articleId: string): Anchor | null {
  return read(articleId).anchor
}

/** Keeps what a new comment is about; null when it was sent or given up. */
export function keepDraftAnchor(articleId: string, anchor: Anchor | null): void {
  write(articleId, { ...read(articleId), anchor })
}
