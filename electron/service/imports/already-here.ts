import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { isFields } from '#core/article/json.ts'
import type { NewId } from '#core/article/factories.ts'
import { apply } from '#core/changes/apply.ts'
import { compute } from '#core/changes/compute.ts'
import { groups } from '#core/changes/groups.ts'
import type { ImportedMessage, ImportedThread } from '#core/import/reviewed.ts'
import { openOf, type Ends } from '#core/review/proposals/open.ts'
import type { Thread } from '#core/review/thread.ts'

/** Word keeps no fractions of a second. */
function nameOf({ by, at, text }: { by: string; at: string | null; text: string }): string {
  return JSON.stringify([by, at?.slice(0, 19) ?? null, text.trim()])
}

/** A thread of a file without the messages that are here already. */
export type NewMessages = {
  /** The thread here that they answer; null for a thread that is new. */
  readonly answers: Thread | null
  readonly messages: readonly ImportedMessage[]
}

/** @returns what of a thread is new: a document that went out with comments brings them back. */
export function newMessages({ messages }: ImportedThread, here: readonly Thread[]): NewMessages {
  const names = new Set(messages.map(nameOf))
  const answers = here.find((thread) => thread.messages.some((message) => names.has(nameOf(message)))) ?? null
  const known = new Set(answers?.messages.map(nameOf))
  return { answers, messages: messages.filter((message) => !known.has(nameOf(message))) }
}

/** @returns what a text says, whatever the ids of its blocks are: Word keeps no ids of rows and pictures. */
function textOf({ document }: Article): string {
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(without)
    if (!isFields(value)) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, each]) => (name === 'id' ? [] : [[name, without(each)]])),
    )
  }
  return canonicalJson(without(document))
}

/**
 * Takes what is proposed here already out of a proposal.
 * @param here the open proposals of the same person
 * @returns the rest; null when nothing is left of it, or when the article has it already
 */
export function newChanges({ base, head }: Ends, article: Article, here: readonly Ends[], newId: NewId): Ends | null {
  const known = new Set(here.flatMap((each) => compute(each.base, each.head)).map((change) => canonicalJson(change)))
  const all = groups(base, compute(base, head))
  const rest = all.filter((group) => !group.every((change) => known.has(canonicalJson(change))))
  const left = rest.length === all.length ? head : apply(base, rest.flat(), newId)
  const isKnown = here.some((each) => textOf(each.base) === textOf(base) && textOf(each.head) === textOf(head))
  if (isKnown) return null
  const open = openOf(article, { base, head: left })
  return open.parts.length === 0 && open.clashes.length === 0 ? null : { base, head: left }
}
