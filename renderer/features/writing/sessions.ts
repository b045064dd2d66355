import type { Actor } from '#core/review/states.ts'
import { closeArticle, openArticle } from '#renderer/bridge/open-article.ts'
import { createSession, type Session } from './session.ts'
import { valueFeed, type ValueFeed } from './value-feed.ts'

/** The articles that this window writes, by id: the one on the screen, and those that wait to be saved. */
const sessions = new Map<string, Session>()
/** Those that were left before they could be saved. They are held, and tried again. */
export const leftUnsaved: ValueFeed<readonly Session[]> = valueFeed<readonly Session[]>([])

const isLeft = (session: Session): boolean => leftUnsaved.get().includes(session)
const isSaved = (session: Session): boolean => session.status.get().state === 'saved'

function unlist(session: Session): void {
  if (isLeft(session)) leftUnsaved.set(leftUnsaved.get().filter((each) => each !== session))
}

/** The last opening of each article. One follows the other: what one gives back is given back before the next asks for it. */
const openings = new Map<string, Promise<unknown>>()
/** Those that are left and still being saved; whoever comes back meanwhile finds them as they stand. */
const leaving = new Set<Session>()

/**
 * Opens an article for writing; whoever shows it says so by `adoptSession`, or by `dropSession` that they do not. One that
 * this window holds and could not save comes back as it stands: its text is nowhere else.
 * @throws ContractError
 */
export function openSession(id: string, actor: Actor): Promise<Session> {
  const before = openings.get(id) ?? Promise.resolve()
  const opening = before.catch(() => {}).then(() => openAnew(id, actor))
  openings.set(id, opening)
  const forget = (): void => {
    if (openings.get(id) === opening) openings.delete(id)
  }
  opening.then(forget, forget)
  return opening
}

async function openAnew(id: string, actor: Actor): Promise<Session> {
  for (;;) {
    const held = sessions.get(id)
    // oxlint-disable-next-line no-await-in-loop -- each round begins with what the one before found
    if (held !== undefined && !(await held.save()) && sessions.get(id) === held) return held
    const text = textOf(held)
    // oxlint-disable-next-line no-await-in-loop
    const opened = await openArticle(id, actor)
    // What was written while the service answered is not in its answer.
    if (sessions.get(id) === held && isSameText(textOf(held), text)) return createSession(opened, actor)
  }
}

/** @returns what a session holds and what of it is saved: each is another object once it was changed. */
function textOf(session: Session | undefined): readonly unknown[] {
  return session === undefined ? [] : [session.editor.children, session.metadata.get(), isSaved(session)]
}

function isSameText(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.every((part, index) => part === other[index])
}

/** From now on this is the session in which the article is written. */
export function adoptSession(session: Session): void {
  const { id } = session.opened.article
  const before = sessions.get(id)
  if (before !== session) before?.end()
  sessions.set(id, session)
  leaving.delete(session)
  unlist(session)
}

/** An article was opened too late: whoever wanted to see it is gone. */
export function dropSession(session: Session): void {
  const { id } = session.opened.article
  if (sessions.get(id) === session) return
  session.end()
  if (!sessions.has(id)) closeArticle(id, session.actor(), () => Promise.resolve(true))
}

/** Leaves an article: saves it with its caret and gives it back, or holds it until it can be saved. */
export function leaveSession(session: Session): void {
  const { id } = session.opened.article
  // It was opened anew meanwhile.
  if (sessions.get(id) !== session) return
  leaving.add(session)
  closeArticle(id, session.actor(), async () => {
    // That a caret could not be kept is no loss.
    await session.saveLast().catch(() => false)
    // Somebody came back to it meanwhile, and writes on.
    if (!leaving.delete(session)) return false
    if (isSaved(session)) drop(id, session)
    else hold(id, session)
    return isSaved(session)
  })
}

function drop(id: string, session: Session): void {
  session.end()
  unlist(session)
  if (sessions.get(id) === session) sessions.delete(id)
}

function hold(id: string, session: Session): void {
  leftUnsaved.set([...leftUnsaved.get(), session])
  const stop = session.status.subscribe(() => {
    if (isLeft(session) && !isSaved(session)) return
    stop()
    // Somebody came back to it, and will leave it again.
    if (!isLeft(session)) return
    drop(id, session)
    closeArticle(id, session.actor(), () => Promise.resolve(true))
  })
}
