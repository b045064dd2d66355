import { nanoid } from 'nanoid'
import * as z from 'zod'
import { anchorSchema, type Anchor } from '#core/review/anchor.ts'

const draftsSchema = z.object({
  /** What the comment that is being written is about; null while there is none. */
  anchor: anchorSchema.nullable(),
  /** What stands in the fields, by their names. */
  texts: z.record(z.string(), z.string()),
  /** The ids under which they are sent, by the names of their fields. */
  ids: z.record(z.string(), z.string()).default({}),
})
type Drafts = z.infer<typeof draftsSchema>

const EMPTY: Drafts = { anchor: null, texts: {}, ids: {} }
const keyOf = (articleId: string): string => `midad.comments.${articleId}`

/** Reads them anew each time: another window may write a reply in the same article. */
function read(articleId: string): Drafts {
  const parsed = draftsSchema.safeParse(parse(localStorage.getItem(keyOf(articleId))))
  return parsed.success ? parsed.data : EMPTY
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
  const drafts = read(articleId)
  const { [field]: _text, ...texts } = drafts.texts
  const { [field]: _id, ...ids } = drafts.ids
  write(articleId, text === '' ? { ...drafts, texts, ids } : { ...drafts, texts: { ...texts, [field]: text } })
}

/**
 * @returns the id of the message that stands in a field. It stays until the field is empty: a message that is sent again,
 *   because its answer was lost, is the same one.
 */
export function draftId(articleId: string, field: string): string {
  const drafts = read(articleId)
  const id = drafts.ids[field] ?? nanoid()
  write(articleId, { ...drafts, ids: { ...drafts.ids, [field]: id } })
  return id
}

/** @returns what the comment that is being written is about; null while there is none */
export function draftAnchor(articleId: string): Anchor | null {
  return read(articleId).anchor
}

/** Keeps what a new comment is about; null when it was sent or given up. */
export function keepDraftAnchor(articleId: string, anchor: Anchor | null): void {
  write(articleId, { ...read(articleId), anchor })
}
