import type { Actor } from '#core/review/states.ts'
import { openArticle } from '#renderer/bridge/open-article.ts'
import { createProposing } from './proposals/proposing.ts'
import { createSession, proposingKey, type Session } from './session.ts'
import { valueFeed, type ValueFeed } from './value-feed.ts'

/** The sessions of this window by their keys: those on the screen, and those that are still unsaved. */
const sessions = new Map<string, Session>()
/** Sessions that were left and could not be saved. They are kept, and saving is retried. */
export const leftUnsaved: ValueFeed<readonly Session[]> = valueFeed<readonly Session[]>([])

const isLeft = (session: Session): boolean => leftUnsaved.get().includes(session)
const isSaved = (session: Session): boolean => session.status.get().state === 'saved'

function removeFromUnsaved(session: Session): void {
  if (isLeft(session)) leftUnsaved.set(leftUnsaved.get().filter((each) => each !== session))
}

/** The last opening of each article. Openings are queued, so that the edit lock is returned before it is taken again. */
const openings = new Map<string, Promise<unknown>>()
/** Sessions that were left and are being saved. Opening the article again meanwhile continues the session. */
const leaving = new Set<Session>()

/**
 * Opens an article for writing. The caller then calls `adoptSession` if it shows the article, or else `dropSession`. An
 * unsaved session of this window is returned as it is, because its text exists nowhere else.
 * @throws ContractError
 */
export function openSession(id: string, actor: Actor): Promise<Session> {
  const before = openings.get(id) ?? Promise.resolve()
  const opening = before.catch(() => {}).then(() => openFresh(id, actor))
  openings.set(id, opening)
  const clear = (): void => {
    if (openings.get(id) === opening) openings.delete(id)
  }
  opening.then(clear, clear)
  return opening
}

async function openFresh(id: string, actor: Actor): Promise<Session> {
  for (;;) {
    const held = sessions.get(id)
    // oxlint-disable-next-line no-await-in-loop -- each attempt depends on the one before
    if (held !== undefined && !(await held.save()) && sessions.get(id) === held) return held
    const text = textOf(held)
    // oxlint-disable-next-line no-await-in-loop
    const opened = await openArticle(id)
    // Start over if text was typed meanwhile: the answer does not contain it.
    if (sessions.get(id) === held && isSameText(textOf(held), text)) return createSession(opened, actor)
  }
}

/**
 * Opens what this person proposes for an article that is open. The caller goes on as after `openSession`.
 * @throws ContractError
 */
export async function openProposing(article: Session): Promise<Session> {
  const key = proposingKey(article.opened.article.id)
  const held = sessions.get(key)
  if (held !== undefined && !(await held.save()) && sessions.get(key) === held) return held
  return createProposing(article)
}

/** @returns the parts of a session that identify its content: a change replaces one of them. */
function textOf(session: Session | undefined): readonly unknown[] {
  return session === undefined ? [] : [session.editor.children, session.metadata.get(), isSaved(session)]
}

function isSameText(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.every((part, index) => part === other[index])
}

/** Makes this the session of its article. An earlier one ends. */
export function adoptSession(session: Session): void {
  const { key } = session
  const before = sessions.get(key)
  if (before !== session) {
    before?.end()
    // Now, and not when it was opened: the session before was still written in.
    session.takeHistory()
  }
  sessions.set(key, session)
  leaving.delete(session)
  removeFromUnsaved(session)
}

/** Ends a session that was opened too late to be shown. */
export function dropSession(session: Session): void {
  const { key } = session
  if (sessions.get(key) === session) return
  session.end()
  if (!sessions.has(key)) session.close(() => Promise.resolve(true))
}

/** Leaves an article: saves it with its caret and returns the edit lock, or keeps the session until saving works. */
export function leaveSession(session: Session): void {
  // Another session replaced it.
  if (sessions.get(session.key) !== session) return
  leaving.add(session)
  session.close(async () => {
    // Losing the caret is harmless; `isSaved` below checks the text.
    await session.saveLast().catch(() => false)
    // The article was opened again meanwhile and the session continues.
    if (!leaving.delete(session)) return false
    if (isSaved(session)) endSession(session)
    else keepUnsaved(session)
    return isSaved(session)
  })
}

function endSession(session: Session): void {
  session.end()
  removeFromUnsaved(session)
  if (sessions.get(session.key) === session) sessions.delete(session.key)
}

function keepUnsaved(session: Session): void {
  leftUnsaved.set([...leftUnsaved.get(), session])
  const stop = session.status.subscribe(() => {
    if (isLeft(session) && !isSaved(session)) return
    stop()
    // The article was opened again.
    if (!isLeft(session)) return
    endSession(session)
    session.close(() => Promise.resolve(true))
  })
}
