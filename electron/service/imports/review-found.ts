import { headText } from '#core/article/plain-text.ts'
import type { Article } from '#core/article/article.ts'
import { compute } from '#core/changes/compute.ts'
import type { FoundArticle } from '#core/contract/import.ts'
import { partsOf } from '#core/review/proposals/parts.ts'
import type { Recognised } from '../parsing/read-incoming.ts'
import type { ReturnedDocument } from './returned-document.ts'

type Proposed = { by: string; base: Article; head: Article; isUntracked: boolean }

/** @returns how many changes each person proposes in a file, and who comments; null where nobody does. */
export function reviewFound(
  { article, proposals, threads }: Recognised['article'],
  returned: ReturnedDocument | null,
): FoundArticle['review'] {
  const own = (each: (typeof proposals)[number]): Proposed => ({ ...each, base: article, isUntracked: false })
  const all: readonly Proposed[] = returned?.proposals ?? proposals.map(own)
  if (all.length === 0 && threads.length === 0) return null
  const messages = threads.flatMap((thread) => thread.messages)
  return {
    proposals: all.map(({ by, base, head, isUntracked }) => ({
      ...{ by, isUntracked },
      changes: partsOf(base, compute(base, head)).length,
    })),
    threads: threads.length,
    messages: messages.length,
    people: [...new Set(messages.map(({ by }) => by))],
  }
}

/** @returns the article that a document without identity is nearest to. */
export function similarTo(returned: ReturnedDocument | null): FoundArticle['similar'] {
  if (returned === null || !returned.isGuessed) return null
  return { id: returned.revision.id, headline: headText(returned.revision, 'headline').trim() }
}
