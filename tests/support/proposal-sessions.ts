import { Editor, Node } from 'slate'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Session } from '#renderer/features/writing/session.ts'
import { adoptSession, leaveSession, openProposing, openSession } from '#renderer/features/writing/sessions.ts'
import { HER, HIM, ID, put, service, withLines } from './proposal-service.ts'

/** @returns the keys of the cards beside a text */
export const keysOf = (session: Session): string[] => session.painter.items.get().map(({ key }) => key)

const opened: Session[] = []

/** Opens the article in a window. It needs the mock of the client. */
export async function open(): Promise<Session> {
  const session = await openSession(ID, HIM)
  adoptSession(session)
  await session.book.load()
  opened.push(session)
  return session
}

/** Goes on to propose for an open article. */
export async function propose(article: Session): Promise<Session> {
  const session = await openProposing(article)
  adoptSession(session)
  opened.push(session)
  return session
}

/** Types words after others in a paragraph. */
export function typeAfter(session: Session, words: string, more: string): void {
  for (const [text, path] of Node.texts(session.editor)) {
    const at = text.text.indexOf(words)
    if (at === -1) continue
    session.editor.select({ path, offset: at + words.length })
    Editor.insertText(session.editor, more)
    // Slate's `onChange` calls this in the page.
    session.onEditorChange()
    session.painter.repaint()
    return
  }
  throw new Error(`No ${words}`)
}

/** Each test of a file begins with an article of two paragraphs and no proposals. Its sessions are left after it. */
export function startAnew(): void {
  beforeEach(() => {
    vi.stubGlobal('window', new EventTarget())
    vi.stubGlobal('document', new EventTarget())
    Object.assign(service, { saveNumber: 0, decisions: [], fault: 'none' })
    service.article = withLines('ارتفع النفط كثيرا أمس', 'سطر ثان')
    service.proposals.clear()
  })

  afterEach(async () => {
    for (const session of opened.splice(0)) {
      await session.save()
      leaveSession(session)
    }
    vi.unstubAllGlobals()
  })
}

/** @returns the article as an editor opens it, for which somebody proposed other lines. */
export async function withProposal(...texts: string[]): Promise<Session> {
  put('x', HER.name, service.article as Article, withLines(...texts), null)
  return open()
}
