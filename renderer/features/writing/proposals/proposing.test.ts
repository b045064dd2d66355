import { describe, expect, it, vi } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { articleText } from '#core/article/plain-text.ts'
import { articleWords } from '#core/article/words.ts'
import { body, HIM, isOpen, put, service, stored, withLines } from '#tests/support/proposal-service.ts'
import { keysOf, open, propose, startAnew, typeAfter } from '#tests/support/proposal-sessions.ts'
import type { Session } from '../session.ts'
import { leaveSession } from '../sessions.ts'
import { takeBack } from './decisions.ts'

vi.mock('#renderer/bridge/client.ts', async () => (await import('#tests/support/proposal-service.ts')).client)

startAnew()

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

describe('a proposal that was settled while it is written', () => {
  const BASE = () => withLines('ارتفع النفط كثيرا أمس', 'سطر ثان')
  async function typing(): Promise<Session> {
    const session = await propose(await open())
    typeAfter(session, 'النفط', ' الخام')
    await session.save()
    typeAfter(session, 'الخام', ' العراقي')
    return session
  }
  it('keeps words that were typed beside accepted ones, as a new proposal for the article', async () => {
    const session = await typing()
    const [{ id } = { id: '' }] = stored()
    const now = withLines('ارتفع النفط الخام كثيرا أمس', 'سطر ثان')
    service.article = now
    put(id, '', now, now, 0)
    expect(await session.save()).toBe(true)
    expect(body(session.current())).toEqual(['ارتفع النفط الخام العراقي كثيرا أمس', 'سطر ثان'])
    const left = stored().find(isOpen)
    expect([body(left?.base as Article)[0], body(left?.head as Article)[0]]).toEqual([
      'ارتفع النفط الخام كثيرا أمس',
      'ارتفع النفط الخام العراقي كثيرا أمس',
    ])
  })
  it('keeps words that were typed beside rejected ones', async () => {
    const session = await typing()
    const [{ id } = { id: '' }] = stored()
    put(id, '', BASE(), BASE(), 0)
    expect(await session.save()).toBe(true)
    expect(body(session.current())[0]).toContain('العراقي')
    expect(body(stored().find(isOpen)?.head as Article)[0]).toContain('العراقي')
  })
})
