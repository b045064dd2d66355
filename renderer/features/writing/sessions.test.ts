import { Editor } from 'slate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { articleHash } from '#core/article/canonical.ts'
import { newArticle, paragraph } from '#core/article/factories.ts'
import { articleText } from '#core/article/plain-text.ts'
import { ContractError } from '#core/contract/errors.ts'
import { noteComing } from '#renderer/editor/paste/coming.ts'
import { pasteWhenRead } from '#renderer/editor/paste/waiting.ts'
import { smallArticle } from '#tests/support/articles.ts'
import type { Session } from './session.ts'
import { adoptSession, dropSession, leaveSession, leftUnsaved, openSession } from './sessions.ts'

const ACTOR = { name: 'سعاد', role: 'reporter' } as const
const ID = 'a1'

/** A service with one article. The test can hold its answers back, and see which window has the edit lock. */
const service = vi.hoisted(() => ({
  article: null as unknown,
  saveNumber: 0,
  hasPen: false,
  isFull: false,
  calls: [] as string[],
  /** The hashes of the texts that saves say were merged. */
  merged: [] as (string | undefined)[],
  /** By name of a call: the promises that its next answers wait for. */
  gates: new Map<string, Promise<void>[]>(),
}))

vi.mock('#renderer/bridge/client.ts', () => ({
  connection: { get: () => 'connected', subscribe: () => () => {} },
  onClosing: () => () => {},
  onChange: () => () => {},
  clientId: () => 'window',
  async call(name: string, input: Input) {
    service.calls.push(name)
    const answer = answerTo(name, input)
    await service.gates.get(name)?.shift()
    return answer
  },
}))

type Input = { article: Article; baseSaveNumber: number; merged?: { revision: string } }

function answerTo(name: string, input: Input): object {
  if (name === 'articles.open') {
    service.hasPen = true
    const { article, saveNumber } = service
    return { article, saveNumber, state: 'draft', caret: null, editable: true, readOnlyReason: null }
  }
  if (name === 'articles.close') {
    service.hasPen = false
    return {}
  }
  if (service.isFull) throw new ContractError('store-full')
  if (input.baseSaveNumber !== service.saveNumber) throw new ContractError('conflict', { id: ID })
  service.article = input.article
  service.merged.push(input.merged?.revision)
  service.saveNumber += 1
  return { saveNumber: service.saveNumber, state: 'draft', updatedAt: '' }
}

/** Holds the answer to the next call of a name back. @returns a function that releases it. */
function holdAnswer(name: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  service.gates.set(name, [...(service.gates.get(name) ?? []), promise])
  return resolve
}

const asked = (name: string, times: number): Promise<void> =>
  expect.poll(() => service.calls.filter((each) => each === name)).toHaveLength(times)

function type(session: Session, words: string): void {
  session.editor.select(Editor.end(session.editor, []))
  session.editor.insertText(words)
  // Slate's `onChange` calls this in the page.
  session.onEditorChange()
}

const stored = (): string => articleText(service.article as Article)
const shown = (session: Session): string => articleText(session.current())

async function open(): Promise<Session> {
  const session = await openSession(ID, ACTOR)
  adoptSession(session)
  return session
}

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', new EventTarget())
  let count = 0
  const newId = (): string => `b${(count += 1)}`
  service.article = newArticle(ID, newId, [paragraph(newId, 'نص')])
  Object.assign(service, { saveNumber: 0, hasPen: false, isFull: false, calls: [], merged: [] })
  service.gates.clear()
})

/** The session that a test opened; it is left after the test. */
let left: Session | null = null
afterEach(async () => {
  service.isFull = false
  if (left !== null) {
    leaveSession(left)
    await left.save()
    await expect.poll(() => service.hasPen).toBe(false)
  }
  left = null
  vi.unstubAllGlobals()
})

/** Opens the article again, and types into the open session while the answer is held back. */
async function writeWhileOpening(): Promise<{
  before: Awaited<ReturnType<typeof open>>
  answer: () => void
  opening: ReturnType<typeof openSession>
}> {
  const before = await open()
  const answer = holdAnswer('articles.open')
  const opening = openSession(ID, ACTOR)
  await asked('articles.open', 2)
  type(before, ' ومزيد')
  return { before, answer, opening }
}

/** Expects the text that was typed, and that typing goes on in the same session. */
async function expectGoesOn(session: Awaited<ReturnType<typeof openSession>>): Promise<void> {
  adoptSession(session)
  expect(shown(session)).toBe('نص ومزيد')
  type(session, ' وأكثر')
  expect(await session.save()).toBe(true)
  expect(stored()).toBe('نص ومزيد وأكثر')
}

describe('the sessions of a window', () => {
  it('keep text that is typed while the article is opened again', async () => {
    const { answer, opening } = await writeWhileOpening()
    answer()
    left = await opening
    await expectGoesOn(left)
  })

  it('keep it if it was saved before the answer arrived', async () => {
    const { before, answer, opening } = await writeWhileOpening()
    expect(await before.save()).toBe(true)
    answer()
    left = await opening
    await expectGoesOn(left)
  })

  it('keep it if the article was left and closed before the answer arrived', async () => {
    const { before, answer, opening } = await writeWhileOpening()
    leaveSession(before)
    await asked('articles.close', 1)
    answer()
    left = await opening
    adoptSession(left)
    expect(shown(left)).toBe('نص ومزيد')
    expect(service.hasPen).toBe(true)
  })

  it('do not give the edit lock of one opening back under another', async () => {
    const answer = holdAnswer('articles.open')
    const unwanted = openSession(ID, ACTOR).then(dropSession)
    const wanted = openSession(ID, ACTOR)
    await asked('articles.open', 1)
    answer()
    await unwanted
    left = await wanted
    adoptSession(left)
    expect(service.hasPen).toBe(true)
    expect(service.calls.at(-1)).toBe('articles.open')
  })

  it('continue if the article is opened again before they could be saved', async () => {
    const session = await open()
    type(session, ' ومزيد')
    service.isFull = true
    expect(await session.save()).toBe(false)
    const answer = holdAnswer('articles.save')
    leaveSession(session)
    adoptSession(session)
    service.isFull = false
    answer()
    await session.save()
    left = session
    await expect.poll(stored).toBe('نص ومزيد')
    expect(leftUnsaved.get()).toEqual([])
    expect(service.calls).not.toContain('articles.close')
    // It is still this window's session: leaving it saves it.
    type(session, ' وأكثر')
    leaveSession(session)
    await asked('articles.close', 1)
    expect(stored()).toBe('نص ومزيد وأكثر')
  })

  it('hold text that could not be saved on leaving, and close the article once it is saved', async () => {
    const session = await open()
    type(session, ' ومزيد')
    service.isFull = true
    leaveSession(session)
    await expect.poll(() => leftUnsaved.get()).toEqual([session])
    expect(await openSession(ID, ACTOR)).toBe(session)
    service.isFull = false
    expect(await session.save()).toBe(true)
    await asked('articles.close', 1)
    expect(stored()).toBe('نص ومزيد')
    expect(leftUnsaved.get()).toEqual([])
  })

  it('undo what was typed before the article was left', async () => {
    service.article = smallArticle(ID, 'عنوان', 'نص')
    const session = await open()
    type(session, ' ومزيد')
    leaveSession(session)
    await asked('articles.close', 1)
    left = await open()
    expect(left).not.toBe(session)
    left.editor.undo()
    expect(shown(left)).toBe('عنوان\n\nنص')
    left.editor.redo()
    expect(shown(left)).toBe('عنوان\n\nنص ومزيد')
  })

  it('undo what was typed before a step of the review opened the article again', async () => {
    service.article = smallArticle(ID, 'عنوان', 'نص')
    const session = await open()
    type(session, ' ومزيد')
    left = await open()
    expect(left).not.toBe(session)
    left.editor.undo()
    expect(shown(left)).toBe('عنوان\n\nنص')
  })

  it('save a paste that was still being read when the article was left', async () => {
    service.article = smallArticle(ID, 'عنوان', 'نص')
    const session = await open()
    session.editor.select(Editor.end(session.editor, []))
    const reading = Promise.withResolvers<string>()
    void noteComing(
      session.editor,
      pasteWhenRead(session.editor, reading.promise, (words) => session.editor.insertText(words)),
    )
    leaveSession(session)
    reading.resolve(' ملصق')
    await asked('articles.close', 1)
    expect(stored()).toBe('عنوان\n\nنص ملصق')
  })

  it('undo nothing that came to the text after the article was left', async () => {
    service.article = smallArticle(ID, 'عنوان', 'نص')
    const session = await open()
    type(session, ' ومزيد')
    leaveSession(session)
    await asked('articles.close', 1)
    left = await open()
    // A picture that was chosen before is stored only now.
    session.editor.insertNode(paragraph(() => 'late', 'متأخر'))
    expect(left.editor.history.undos).toHaveLength(1)
    left.editor.undo()
    expect(shown(left)).toBe('عنوان\n\nنص')
  })

  it('undo nothing in a text that was changed elsewhere meanwhile', async () => {
    service.article = smallArticle(ID, 'عنوان', 'نص')
    const session = await open()
    type(session, ' ومزيد')
    leaveSession(session)
    await asked('articles.close', 1)
    const article = service.article as Article
    service.article = { ...article, document: article.document.map((block) => ({ ...block, id: `other-${block.id}` })) }
    left = await open()
    left.editor.undo()
    expect(shown(left)).toBe('عنوان\n\nنص ومزيد')
    expect(left.editor.history).toEqual({ undos: [], redos: [] })
  })
})

describe('a merge', () => {
  it('is one step of undo, and the save that follows names the other text, once', async () => {
    service.article = smallArticle(ID, 'عنوان', 'نص')
    left = await open()
    type(left, ' ومزيد')
    await left.save()
    const other = smallArticle(ID, 'عنوان آخر', 'نص')
    left.merge({ ...smallArticle(ID, 'عنوان آخر', 'نص ومزيد'), metadata: { ...other.metadata, place: 'بغداد' } }, other)
    left.onEditorChange()
    service.isFull = true
    expect(await left.save()).toBe(false)
    service.isFull = false
    expect(await left.save()).toBe(true)
    type(left, ' وأكثر')
    await left.save()
    expect(service.merged).toEqual([undefined, articleHash(other), undefined])
    left.editor.undo()
    left.editor.undo()
    expect(shown(left)).toBe('عنوان\n\nنص ومزيد')
    expect(left.current().metadata.place).toBe('')
  })
})
