import type { Article } from '#core/article/article.ts'
import { apply } from '#core/changes/apply.ts'
import type { Choice } from '#core/changes/merge.ts'
import { treeOf } from '#core/changes/tree.ts'
import type { Decision } from '#core/review/proposal.ts'
import { accept, reject, settleClash, type Decided } from '#core/review/proposals/decide.ts'
import { describe } from '#core/review/proposals/describe.ts'
import { keyed } from '#core/review/proposals/drawing.ts'
import { openOf, type Ends } from '#core/review/proposals/open.ts'
import { rebased } from '#core/review/proposals/rebase.ts'
import { replaceDocument } from '#renderer/editor/commands/restore.ts'
import { newBlockId } from '#renderer/editor/new-id.ts'
import type { Verdict } from '#renderer/editor/proposals/item.ts'
import type { Session } from '../session.ts'
import { clashKey, partsBack } from './painter.ts'

/** What was decided on one proposal. */
type Step = { id: string; before: Ends; after: Ends; decision: Decision }

/** The longest words that the audit keeps of a decision. */
const MOST = 20_000

/** Which side of a clash a verdict takes. */
const CHOICES = { accepted: 'theirs', rejected: 'ours', both: 'both' } as const satisfies Record<Verdict, Choice>

/**
 * Accepts or rejects changes, as one step of undo that brings the proposals back too. They are saved with the article.
 * @param keys of the cards of the changes; a clash that is accepted is taken from the proposal
 */
export function decide(session: Session, keys: readonly string[], verdict: Verdict): void {
  const wanted = new Set(keys)
  const steps: Step[] = []
  let article = session.current()
  for (const proposal of session.book.proposals.get()) {
    const decided = decideOn(article, proposal.id, proposal, wanted, verdict)
    if (decided === null) continue
    ;({ article } = decided)
    steps.push({ id: proposal.id, before: proposal, after: decided.ends, decision: decided.decision })
  }
  if (steps.length === 0) return
  const { book, editor, metadata } = session
  const change = (from: 'before' | 'after', to: 'before' | 'after', undone: boolean): void => {
    for (const step of steps) {
      const now = book.find(step.id)
      const decision: Decision = undone ? { ...step.decision, decision: 'undone' } : step.decision
      if (now !== undefined) book.decide(step.id, rebased(step[from], step[to], now), decision)
    }
    session.changed()
    session.painter.repaint()
  }
  session.step(() => replaceDocument(editor, article.document), metadata.get(), article.metadata, {
    undo: () => change('after', 'before', true),
    redo: () => change('before', 'after', false),
  })
  change('before', 'after', false)
}

function decideOn(
  article: Article,
  id: string,
  ends: Ends,
  wanted: ReadonlySet<string>,
  verdict: Verdict,
): (Decided & { decision: Decision }) | null {
  let open = openOf(article, ends)
  const parts = keyed(id, open.parts).filter(({ key }) => wanted.has(key))
  const clashes = open.clashes.flatMap((clash, index) => (wanted.has(clashKey(id, index)) ? [{ clash, index }] : []))
  if (parts.length + clashes.length === 0) return null
  const changes = parts.flatMap(({ part }) => part)
  const words = [
    ...parts.map(({ part }) => describe(treeOf(article.document), part)),
    ...clashes.map(({ clash }) => describe(treeOf(open.ends.base.document), clash.theirs)),
  ]
  let decided: Decided = { article, ends: open.ends }
  if (changes.length > 0) decided = (verdict === 'rejected' ? reject : accept)(article, open, changes, newBlockId)
  // From the last one on: settling one takes it from the list.
  for (const { index } of clashes.toReversed()) {
    open = openOf(decided.article, decided.ends)
    decided = settleClash(decided.article, open, index, CHOICES[verdict])
  }
  const of = (side: 'removed' | 'added'): string =>
    words
      .map((each) => each[side])
      .filter((text) => text !== '')
      .join('\n')
      .slice(0, MOST)
  return {
    ...decided,
    decision: { decision: verdict === 'rejected' ? verdict : 'accepted', removed: of('removed'), added: of('added') },
  }
}

/** Takes changes of a proposal that is being written back, as one step of undo. @param keys of the cards of the changes */
export function takeBack(session: Session, keys: readonly string[]): void {
  const wanted = new Set(keys)
  const [item] = session.painter.items.get()
  if (item === undefined) return
  const head = session.current()
  const parts = keyed(item.proposal.id, partsBack(head, item.proposal.base))
  const changes = parts.flatMap(({ key, part }) => (wanted.has(key) ? part : []))
  const { document, metadata } = apply(head, changes, newBlockId)
  session.step(() => replaceDocument(session.editor, document), session.metadata.get(), metadata)
  session.painter.repaint()
}
