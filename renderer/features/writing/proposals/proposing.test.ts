import { Editor, Node } from 'slate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { head, newArticle, paragraph } from '#core/article/factories.ts'
import { articleText, blockText } from '#core/article/plain-text.ts'
import { articleWords } from '#core/article/words.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Decision, Proposal } from '#core/review/proposal.ts'
import type { Session } from '../session.ts'
import { adoptSession, leaveSession, openProposing, openSession } from '../sessions.ts'
import { decide, takeBack } from './decisions.ts'

const ID = 'a1'
const HIM = { name: 'كريم', role: 'editor' } as const
const HER = { name: 'سعاد', role: 'reporter' } as const

type Sent = {
  article: Article
  baseSaveNumber: number
  proposalId: string
  base: Article
  head: Article
  proposals?: (Pick<Proposal, 'id' | 'base' | 'head'> & { baseSaveNumber: number; decisions: Decision[] })[]
}

/** A service with one article and its proposals. */
const service = vi.hoisted(() => ({
  article: null as unknown,
  saveNumber: 0,
  proposals: new Map<string, unknown>(),
  decisions: [] as unknown[],
  /** How the next save goes wrong: refused, or committed without an answer. */
  fault: 'none' as 'none' | 'full' | 'lost-answer',
}))

vi.mock('#renderer/bridge/client.ts', () => ({
  connection: { get: () => 'connected', subscribe: () => () => {} },
  onClosing: () => () => {},
  onChange: () => () => {},
  clientId: () => 'window',
  call: async (name: string, input: Sent) => answerTo(name, input),
}))

const stored = (): Proposal[] => [...service.proposals.values()] as Proposal[]
const isOpen = ({ base, head: proposed }: Proposal): boolean => canonicalJson(base) !== canonicalJson(proposed)

function answerTo(name: string, input: Sent): object {
  const { article, saveNumber } = service
  if (name === 'articles.open')
    return { article, saveNumber, state: 'draft', caret: null, editable: true, readOnlyReason: null, goal: null }
  if (name === 'articles.get') return { article, saveNumber }
  if (name === 'articles.close') return {}
  if (name === 'proposals.list') return { proposals: stored().filter(isOpen), damaged: 0 }
  const { fault } = service
  service.fault = 'none'
  if (fault === 'full') throw new ContractError('store-full')
  const answer = name === 'proposals.save' ? saveProposal(input) : saveArticle(input)
  if (fault === 'lost-answer') throw new ContractError('connection-lost')
  return answer
}

function put(id: string, by: string, base: Article, proposed: Article, baseSaveNumber: number | null): number {
  const before = service.proposals.get(id) as Proposal | undefined
  if ((before?.saveNumber ?? null) !== baseSaveNumber) throw new ContractError('conflict')
  const saveNumber = before === undefined ? 0 : before.saveNumber + 1
  service.proposals.set(id, {
    id,
    by: before?.by ?? by,
    note: '',
    base,
    head: proposed,
    saveNumber,
    createdAt: '',
    updatedAt: '',
  })
  return saveNumber
}

function saveProposal({ proposalId, base, head: proposed, baseSaveNumber }: Sent): object {
  return { saveNumber: put(proposalId, HIM.name, base, proposed, baseSaveNumber), updatedAt: '' }
}

function saveArticle({ article, baseSaveNumber, proposals = [] }: Sent): object {
  if (baseSaveNumber !== service.saveNumber) throw new ContractError('conflict')
  const answers = proposals.map((each) => ({
    id: each.id,
    saveNumber: put(each.id, '', each.base, each.head, each.baseSaveNumber),
  }))
  service.decisions.push(...proposals.flatMap(({ decisions }) => decisions))
  if (canonicalJson(article) !== canonicalJson(service.article)) service.saveNumber += 1
  service.article = article
  return { saveNumber: service.saveNumber, state: 'draft', updatedAt: '', proposals: answers }
}

const line = (id: string, text: string) => paragraph(() => id, text)
const withLines = (...texts: string[]): Article =>
  newArticle(ID, () => 'h', [
    head('headline', () => 'h', 'عنوان'),
    ...texts.map((text, index) => line(`p${index}`, text)),
  ])
const body = ({ document }: Article): string[] => document.slice(1).map((block) => blockText(block))
const keysOf = (session: Session): string[] => session.painter.items.get().map(({ key }) => key)

const opened: Session[] = []

async function open(): Promise<Session> {
  const session = await openSession(ID, HIM)
  adoptSession(session)
  await session.book.load()
  opened.push(session)
  return session
}

async function propose(article: Session): Promise<Session> {
  const session = await openProposing(article)
  adoptSession(session)
  opened.push(session)
  return session
}

/** Types words after others in a paragraph. */
function typeAfter(session: Session, words: string, more: string): void {
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

/** @returns the article as an editor opens it, for which somebody proposed other lines. */
async function withProposal(...texts: string[]): Promise<Session> {
  put('x', HER.name, service.article as Article, withLines(...texts), null)
  return open()
}

describe('proposing', () => {
  it('saves what is typed as a proposal and leaves the article as it is, with its count of words', async () => {
    const article = await open()
    const session = await propose(article)
    typeAfter(session, 'النفط', ' الخام')
    expect(await session.save()).toBe(true)
    expect(stored()).toMatchObject([{ by: HIM.name, saveNumber: 0 }])
    expect(body(stored()[0]?.head as Article)).toEqual(['ارتفع النفط الخام كثيرا أمس', 'سطر ثان'])
    expect(articleText(service.article as Article)).toBe('عنوان\n\nارتفع النفط كثيرا أمس\n\nسطر ثان')
    expect(articleWords(session.article())).toBe(6)
    expect(session.painter.items.get().map(({ description }) => description.added.trim())).toEqual(['الخام'])
  })

  it('begins nothing when nothing is proposed', async () => {
    const session = await propose(await open())
    await session.saveLast()
    expect(stored()).toEqual([])
  })

  it('keeps the histories of the article and of the proposal apart', async () => {
    const article = await open()
    typeAfter(article, 'ثان', ' طويل')
    const session = await propose(article)
    session.editor.undo()
    expect(body(session.current())).toEqual(['ارتفع النفط كثيرا أمس', 'سطر ثان طويل'])
    typeAfter(session, 'النفط', ' الخام')
    article.editor.undo()
    expect(body(article.current())).toEqual(['ارتفع النفط كثيرا أمس', 'سطر ثان'])
    expect(body(session.current())).toEqual(['ارتفع النفط الخام كثيرا أمس', 'سطر ثان طويل'])
  })

  it('saves again after a failure, and knows its own save when the answer was lost', async () => {
    const session = await propose(await open())
    typeAfter(session, 'النفط', ' الخام')
    service.fault = 'full'
    expect(await session.save()).toBe(false)
    expect(session.status.get().state).toBe('failed')
    service.fault = 'lost-answer'
    expect(await session.save()).toBe(false)
    typeAfter(session, 'سطر', ' جديد')
    expect(await session.save()).toBe(true)
    expect(stored()).toHaveLength(1)
    expect(body(stored()[0]?.head as Article)).toEqual(['ارتفع النفط الخام كثيرا أمس', 'سطر جديد ثان'])
  })

  it('goes on with one’s own proposal, carried onto the article as it stands', async () => {
    const article = await open()
    const session = await propose(article)
    typeAfter(session, 'النفط', ' الخام')
    await session.save()
    leaveSession(session)
    typeAfter(article, 'سطر', ' جديد')
    const again = await propose(article)
    expect(body(again.current())).toEqual(['ارتفع النفط الخام كثيرا أمس', 'سطر جديد ثان'])
    typeAfter(again, 'أمس', ' مساء')
    await again.save()
    expect(stored()).toHaveLength(1)
    expect(body(stored()[0]?.base as Article)).toEqual(['ارتفع النفط كثيرا أمس', 'سطر جديد ثان'])
  })

  it('leaves what clashes with the article behind in a proposal of its own', async () => {
    put(
      'mine',
      HIM.name,
      withLines('ارتفع النفط كثيرا أمس', 'سطر ثان'),
      withLines('ارتفع النفط بشدة أمس', 'سطر ثالث'),
      null,
    )
    service.article = withLines('ارتفع النفط قليلا أمس', 'سطر ثان')
    const article = await open()
    const session = await propose(article)
    expect(body(session.current())).toEqual(['ارتفع النفط قليلا أمس', 'سطر ثالث'])
    await article.book.load()
    article.painter.repaint()
    expect(article.painter.items.get().map(({ clash, description }) => [clash === null, description.added])).toEqual([
      [false, 'بشدة'],
      [true, 'ثالث'],
    ])
  })

  it('takes one of its own changes back, as a step of undo', async () => {
    const session = await propose(await open())
    typeAfter(session, 'النفط', ' الخام')
    typeAfter(session, 'سطر', ' جديد')
    takeBack(session, keysOf(session).slice(0, 1))
    expect(body(session.current())).toEqual(['ارتفع النفط كثيرا أمس', 'سطر جديد ثان'])
    session.editor.undo()
    expect(body(session.current())).toEqual(['ارتفع النفط الخام كثيرا أمس', 'سطر جديد ثان'])
  })

  it('takes in what others decided on it meanwhile', async () => {
    const session = await propose(await open())
    typeAfter(session, 'النفط', ' الخام')
    typeAfter(session, 'سطر', ' جديد')
    await session.save()
    const [{ id, base } = { id: '', base: withLines() }] = stored()
    // Somebody rejected the first change.
    put(id, '', base, withLines('ارتفع النفط كثيرا أمس', 'سطر جديد ثان'), 0)
    typeAfter(session, 'ثان', ' طويل')
    expect(await session.save()).toBe(true)
    expect(body(session.current())).toEqual(['ارتفع النفط كثيرا أمس', 'سطر جديد ثان طويل'])
    expect(body(stored()[0]?.head as Article)).toEqual(['ارتفع النفط كثيرا أمس', 'سطر جديد ثان طويل'])
    // What was typed before had its place in the text before.
    session.editor.undo()
    expect(body(session.current())).toEqual(['ارتفع النفط كثيرا أمس', 'سطر جديد ثان طويل'])
  })
})

describe('deciding', () => {
  it('accepts a change into the article and saves both at once; undo brings both back', async () => {
    const session = await withProposal('ارتفع النفط بشدة أمس', 'سطر ثالث')
    decide(session, keysOf(session).slice(0, 1), 'accepted')
    expect(body(session.current())).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثان'])
    expect(keysOf(session)).toHaveLength(1)
    await session.save()
    expect(body(service.article as Article)).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثان'])
    expect(body(stored()[0]?.base as Article)).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثان'])
    session.editor.undo()
    expect(body(session.current())).toEqual(['ارتفع النفط كثيرا أمس', 'سطر ثان'])
    expect(keysOf(session)).toHaveLength(2)
    await session.save()
    expect(body(stored()[0]?.base as Article)).toEqual(['ارتفع النفط كثيرا أمس', 'سطر ثان'])
    expect(service.decisions).toEqual([
      { decision: 'accepted', removed: 'كثيرا', added: 'بشدة' },
      { decision: 'undone', removed: 'كثيرا', added: 'بشدة' },
    ])
    session.editor.redo()
    expect(body(session.current())).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثان'])
    expect(keysOf(session)).toHaveLength(1)
  })

  it('rejects without a change of the article, and that is a step of undo too', async () => {
    const session = await withProposal('ارتفع النفط بشدة أمس', 'سطر ثالث')
    decide(session, keysOf(session), 'rejected')
    expect(keysOf(session)).toEqual([])
    await session.save()
    expect([service.saveNumber, stored().filter(isOpen)]).toEqual([0, []])
    session.editor.undo()
    expect(keysOf(session)).toHaveLength(2)
    await session.save()
    expect(stored().filter(isOpen)).toHaveLength(1)
  })

  it('leaves the caret and the selection at their words, also when it is undone', async () => {
    const session = await withProposal('لقد ارتفع النفط بشدة أمس', 'سطر ثالث')
    const { editor } = session
    const place = (): string => {
      const { anchor, focus } = editor.selection ?? Editor.range(editor, [])
      const before = Editor.string(editor, { anchor: Editor.start(editor, [1]), focus: anchor })
      return `${before}|${Editor.string(editor, { anchor, focus })}|`
    }
    editor.select({ anchor: { path: [1, 0], offset: 6 }, focus: { path: [1, 0], offset: 11 } })
    const [first = ''] = keysOf(session)
    decide(session, [first], 'accepted')
    expect(place()).toBe('لقد ارتفع |النفط|')
    editor.undo()
    expect(place()).toBe('ارتفع |النفط|')
    editor.redo()
    expect(place()).toBe('لقد ارتفع |النفط|')
    decide(session, keysOf(session), 'accepted')
    expect(place()).toBe('لقد ارتفع |النفط|')
    // Moved since: undo does not bring it back to where it was when the changes were accepted.
    editor.select({ path: [2, 0], offset: 3 })
    editor.undo()
    expect(editor.selection?.focus).toEqual({ path: [2, 0], offset: 3 })
    decide(session, keysOf(session), 'rejected')
    editor.undo()
    expect(editor.selection?.focus).toEqual({ path: [2, 0], offset: 3 })
  })

  it('is saved once when the answer to the first save was lost', async () => {
    const session = await withProposal('ارتفع النفط بشدة أمس', 'سطر ثالث')
    decide(session, keysOf(session).slice(0, 1), 'accepted')
    service.fault = 'lost-answer'
    expect(await session.save()).toBe(false)
    expect(await session.save()).toBe(true)
    expect(service.decisions).toHaveLength(1)
    expect(body(service.article as Article)).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثان'])
    expect(keysOf(session)).toHaveLength(1)
  })

  it('keeps what the author proposed meanwhile', async () => {
    const session = await withProposal('ارتفع النفط بشدة أمس', 'سطر ثالث')
    put('x', '', withLines('ارتفع النفط كثيرا أمس', 'سطر ثان'), withLines('ارتفع النفط بشدة أمس', 'سطر ثالث طويل'), 0)
    decide(session, keysOf(session).slice(0, 1), 'accepted')
    expect(await session.save()).toBe(true)
    expect(body(stored()[0]?.base as Article)).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثان'])
    expect(body(stored()[0]?.head as Article)).toEqual(['ارتفع النفط بشدة أمس', 'سطر ثالث طويل'])
  })

  it('leaves an alternative of another person as a clash', async () => {
    put('y', 'ليلى', service.article as Article, withLines('ارتفع النفط قليلا أمس', 'سطر ثان'), null)
    const session = await withProposal('ارتفع النفط بشدة أمس', 'سطر ثان')
    expect(keysOf(session)).toHaveLength(2)
    decide(
      session,
      keysOf(session).filter((key) => key.startsWith('x/')),
      'accepted',
    )
    const [left] = session.painter.items.get()
    expect([left?.proposal.by, left?.clash?.now.added, left?.description.added]).toEqual(['ليلى', 'بشدة', 'قليلا'])
    decide(session, keysOf(session), 'accepted')
    expect(body(session.current())).toEqual(['ارتفع النفط قليلا أمس', 'سطر ثان'])
    expect(keysOf(session)).toEqual([])
  })
})
